package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.CALLBACK_FIGURES;
import static calltally.sql.jooq.analytics.Tables.CALL_FIGURES;
import static calltally.sql.jooq.analytics.Tables.MANAGER_FIGURES;

import calltally.reporting.report.DateRange;
import calltally.reporting.report.Period;
import calltally.reporting.report.Scope;
import calltally.sql.jooq.analytics.tables.CallFigures;
import calltally.sql.jooq.analytics.tables.CallbackFigures;
import calltally.sql.jooq.analytics.tables.ManagerFigures;
import java.time.Instant;
import java.time.LocalDate;

/** The database functions that define every figure, for a scope and dates. */
record FigureFunctions(Scope scope, DateRange dates) {

  FigureFunctions(Scope scope, Period period) {
    this(scope, period.dates());
  }

  /** The same functions for other dates. */
  FigureFunctions of(DateRange others) {
    return new FigureFunctions(scope, others);
  }

  LocalDate from() {
    return dates.from();
  }

  LocalDate until() {
    return dates.until();
  }

  CallFigures calls(String per) {
    return CALL_FIGURES(
        scope.source(), from(), until(), per, scope.lineNumber(), scope.department());
  }

  CallbackFigures callbacks(Instant judgedAt) {
    return CALLBACK_FIGURES(
        scope.source(),
        from(),
        until(),
        judgedAt,
        "period",
        scope.lineNumber(),
        scope.department());
  }

  /** Rings are not counted by line. */
  ManagerFigures managers(String per) {
    return MANAGER_FIGURES(
        scope.source(), from(), until(), per, scope.manager(), scope.department());
  }
}
