/** Exchanges of the platform ITooLabs. */
@NullMarked
package calltally.exchange.itoolabs;

import org.jspecify.annotations.NullMarked;
