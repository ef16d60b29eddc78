/** Tests of the package. */
@NullMarked
package calltally.exchange.field;

import org.jspecify.annotations.NullMarked;
