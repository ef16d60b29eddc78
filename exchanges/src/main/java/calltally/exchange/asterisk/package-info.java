/** Asterisk and FreePBX, whose dialplan tells what becomes of a call. */
@NullMarked
package calltally.exchange.asterisk;

import org.jspecify.annotations.NullMarked;
