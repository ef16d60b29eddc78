/** Mango Office VPBX. */
@NullMarked
package calltally.exchange.mango;

import org.jspecify.annotations.NullMarked;
