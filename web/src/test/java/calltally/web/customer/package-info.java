/** Tests of the search for a customer. */
@NullMarked
package calltally.web.customer;

import org.jspecify.annotations.NullMarked;
