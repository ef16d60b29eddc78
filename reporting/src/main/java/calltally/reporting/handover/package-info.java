/**
 * Callers who wait for a call-back, and who is notified: people when the call-back deadline passes,
 * and each of them once.
 */
@NullMarked
package calltally.reporting.handover;

import org.jspecify.annotations.NullMarked;
