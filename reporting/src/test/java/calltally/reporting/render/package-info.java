/** Reports rendered and read back. */
@NullMarked
package calltally.reporting.render;

import org.jspecify.annotations.NullMarked;
