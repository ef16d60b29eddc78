@NullMarked
package calltally.reporting.alarm;

import org.jspecify.annotations.NullMarked;
