@NullMarked
package calltally.reporting.handover;

import org.jspecify.annotations.NullMarked;
