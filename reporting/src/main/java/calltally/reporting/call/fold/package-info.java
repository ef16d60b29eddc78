/**
 * The fold of a call's notifications into the call and its attempts; uses no database and no clock.
 */
@NullMarked
package calltally.reporting.call.fold;

import org.jspecify.annotations.NullMarked;
