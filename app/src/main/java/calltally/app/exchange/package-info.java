/** What the command line says of exchanges: addresses, secrets and steps. */
@NullMarked
package calltally.app.exchange;

import org.jspecify.annotations.NullMarked;
