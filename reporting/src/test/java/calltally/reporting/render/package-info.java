/** Reports as a reader finds them: rendered, then read back from the PDF. */
@NullMarked
package calltally.reporting.render;

import org.jspecify.annotations.NullMarked;
