/** All calls of one customer, the search for a number, and who looked. */
@NullMarked
package calltally.web.customer;

import org.jspecify.annotations.NullMarked;
