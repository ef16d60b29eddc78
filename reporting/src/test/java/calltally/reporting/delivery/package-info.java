@NullMarked
package calltally.reporting.delivery;

import org.jspecify.annotations.NullMarked;
