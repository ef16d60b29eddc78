package calltally.reporting.report;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A figure that was reported and has changed since.
 *
 * @param name as the database's function {@code ledger.daily_figure} names it
 * @param printed what the latest earlier report of the scope said
 * @param value what holds now
 */
public record RestatedFigure(LocalDate date, String name, BigDecimal printed, BigDecimal value) {}
