/** What the pages about calls have in common: who may see them, their frame, their tables. */
@NullMarked
package calltally.web.frame;

import org.jspecify.annotations.NullMarked;
