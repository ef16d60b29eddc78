/**
 * UIS, CoMagic, CallGear and Novofon as it is since 2024: one platform, whose customers write the
 * messages.
 */
@NullMarked
package calltally.exchange.uis;

import org.jspecify.annotations.NullMarked;
