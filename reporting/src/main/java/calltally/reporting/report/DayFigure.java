package calltally.reporting.report;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A figure of one local date.
 *
 * @param name the figure's name in the database function {@code ledger.daily_figure}
 */
public record DayFigure(LocalDate date, String name, BigDecimal value) {}
