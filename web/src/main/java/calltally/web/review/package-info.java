/** A manager's review and a line's figures on screen, for any dates. */
@NullMarked
package calltally.web.review;

import org.jspecify.annotations.NullMarked;
