/** Tests of the package. */
@NullMarked
package calltally.exchange.uis;

import org.jspecify.annotations.NullMarked;
