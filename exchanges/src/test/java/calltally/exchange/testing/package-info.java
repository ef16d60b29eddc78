/** Helpers for tests. */
@NullMarked
package calltally.exchange.testing;

import org.jspecify.annotations.NullMarked;
