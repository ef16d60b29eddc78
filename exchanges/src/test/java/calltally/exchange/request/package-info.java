/** Tests of the package. */
@NullMarked
package calltally.exchange.request;

import org.jspecify.annotations.NullMarked;
