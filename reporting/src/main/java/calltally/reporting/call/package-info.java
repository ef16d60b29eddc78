/** From notifications to calls and attempts, as sections 3 to 5 and 8 of the definitions say. */
@NullMarked
package calltally.reporting.call;

import org.jspecify.annotations.NullMarked;
