/** Tests of the package. */
@NullMarked
package calltally.exchange.itoolabs;

import org.jspecify.annotations.NullMarked;
