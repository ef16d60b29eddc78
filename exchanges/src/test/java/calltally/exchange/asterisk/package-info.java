/** Tests of the package. */
@NullMarked
package calltally.exchange.asterisk;

import org.jspecify.annotations.NullMarked;
