/** The fold of a call's notifications into the call and its attempts: no database, no clock. */
@NullMarked
package calltally.reporting.call.fold;

import org.jspecify.annotations.NullMarked;
