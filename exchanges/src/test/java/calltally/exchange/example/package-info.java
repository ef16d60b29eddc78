/** Tests of the package. */
@NullMarked
package calltally.exchange.example;

import org.jspecify.annotations.NullMarked;
