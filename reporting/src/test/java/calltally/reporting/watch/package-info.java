@NullMarked
package calltally.reporting.watch;

import org.jspecify.annotations.NullMarked;
