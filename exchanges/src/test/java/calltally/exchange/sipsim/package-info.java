/** Tests of the package. */
@NullMarked
package calltally.exchange.sipsim;

import org.jspecify.annotations.NullMarked;
