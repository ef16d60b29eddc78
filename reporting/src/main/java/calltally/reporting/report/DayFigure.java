package calltally.reporting.report;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A figure of one local date.
 *
 * @param name as the database's function {@code ledger.daily_figure} names it
 */
public record DayFigure(LocalDate date, String name, BigDecimal value) {}
