package calltally.reporting.delivery.schedule;

import calltally.reporting.report.DateRange;
import java.time.Instant;

/**
 * A run that a schedule asks for.
 *
 * @param at the instant for which it is planned
 * @param dates what it tells of
 */
public record PlannedRun(Instant at, DateRange dates) {}
