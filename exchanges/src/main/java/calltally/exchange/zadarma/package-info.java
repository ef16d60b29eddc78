/** Zadarma, and Novofon as it was before 2024: the same interface. */
@NullMarked
package calltally.exchange.zadarma;

import org.jspecify.annotations.NullMarked;
