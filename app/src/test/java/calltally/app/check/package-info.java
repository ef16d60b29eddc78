/** What is found, and where findings turn from one verdict to the next. */
@NullMarked
package calltally.app.check;

import org.jspecify.annotations.NullMarked;
