package calltally.reporting.delivery.schedule;

import calltally.reporting.report.DateRange;
import java.time.Instant;

/**
 * A run that a schedule asks for.
 *
 * @param at the instant for which it is planned
 * @param dates the dates that it reports
 */
public record PlannedRun(Instant at, DateRange dates) {}
