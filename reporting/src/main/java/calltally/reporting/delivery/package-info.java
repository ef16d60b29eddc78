/** The delivery of reports to those who subscribed: when, to whom, and with what result. */
@NullMarked
package calltally.reporting.delivery;

import org.jspecify.annotations.NullMarked;
