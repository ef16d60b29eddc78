package calltally.reporting.report;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A figure that was reported and has changed since.
 *
 * @param name the figure's name in the database function {@code ledger.daily_figure}
 * @param printed the value in the latest earlier report of the series
 * @param value the value now
 */
public record RestatedFigure(LocalDate date, String name, BigDecimal printed, BigDecimal value) {}
