/** Tests of the package. */
@NullMarked
package calltally.exchange.zadarma;

import org.jspecify.annotations.NullMarked;
