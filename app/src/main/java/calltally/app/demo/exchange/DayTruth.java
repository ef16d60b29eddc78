package calltally.app.demo.exchange;

import java.time.LocalDate;

/**
 * What happened on a local date.
 *
 * @param notifications distinct ones whose {@code time} lies on that date
 * @param repeatedDeliveries deliveries that repeat one of them
 * @param calls figures of the calls that started on that date
 */
public record DayTruth(
    LocalDate date, int notifications, int repeatedDeliveries, CallFigures calls) {}
