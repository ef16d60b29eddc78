/** What exchanges send, and what it means: the seam that an exchange implements. */
@NullMarked
package calltally.exchange;

import org.jspecify.annotations.NullMarked;
