/** Finds, exports and erases what is kept about one customer. */
@NullMarked
package calltally.app.customer;

import org.jspecify.annotations.NullMarked;
