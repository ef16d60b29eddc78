/** Tests of what all pages share. */
@NullMarked
package calltally.web.frame;

import org.jspecify.annotations.NullMarked;
