/** The fields of a request, from a query, a form or JSON. */
@NullMarked
package calltally.exchange.field;

import org.jspecify.annotations.NullMarked;
