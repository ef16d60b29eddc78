/** Asterisk and FreePBX, whose dialplan reports what becomes of a call. */
@NullMarked
package calltally.exchange.asterisk;

import org.jspecify.annotations.NullMarked;
