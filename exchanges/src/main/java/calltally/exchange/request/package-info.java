/** Requests as received, before anything in them is parsed. */
@NullMarked
package calltally.exchange.request;

import org.jspecify.annotations.NullMarked;
