/** How Calltally itself is doing. */
@NullMarked
package calltally.web.status;

import org.jspecify.annotations.NullMarked;
