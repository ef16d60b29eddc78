/** Tests of the package. */
@NullMarked
package calltally.exchange.text;

import org.jspecify.annotations.NullMarked;
