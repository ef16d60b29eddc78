/** Tests of the package. */
@NullMarked
package calltally.exchange.mango;

import org.jspecify.annotations.NullMarked;
