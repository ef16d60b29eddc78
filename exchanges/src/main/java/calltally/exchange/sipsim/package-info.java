/** SipSim, whose notifications are the eight of the definitions. */
@NullMarked
package calltally.exchange.sipsim;

import org.jspecify.annotations.NullMarked;
