/**
 * Alarms: problems that would go unnoticed, reported once when they begin and once when they end.
 */
@NullMarked
package calltally.reporting.alarm;

import org.jspecify.annotations.NullMarked;
