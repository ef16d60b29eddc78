package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.CALLBACK_FIGURES;
import static calltally.sql.jooq.analytics.Tables.CALL_FIGURES;
import static calltally.sql.jooq.analytics.Tables.HOURLY_LINE;
import static calltally.sql.jooq.analytics.Tables.MANAGER_FIGURES;
import static calltally.sql.jooq.analytics.Tables.NEVER_REACHED_CALLERS;
import static calltally.sql.jooq.analytics.Tables.WAITING_CALLERS;
import static org.jooq.impl.DSL.noCondition;

import calltally.reporting.report.DateRange;
import calltally.reporting.report.Period;
import calltally.reporting.report.Scope;
import calltally.sql.jooq.analytics.tables.CallFigures;
import calltally.sql.jooq.analytics.tables.CallbackFigures;
import calltally.sql.jooq.analytics.tables.ManagerFigures;
import calltally.sql.jooq.analytics.tables.NeverReachedCallers;
import calltally.sql.jooq.analytics.tables.WaitingCallers;
import java.time.Instant;
import java.time.LocalDate;
import org.jooq.Condition;

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

  NeverReachedCallers neverReached(Instant judgedAt) {
    return NEVER_REACHED_CALLERS(
        scope.source(), from(), until(), judgedAt, scope.lineNumber(), scope.department());
  }

  WaitingCallers waiting(Instant judgedAt) {
    return WAITING_CALLERS(
        scope.source(), judgedAt, from(), until(), scope.lineNumber(), scope.department());
  }

  /** The hours of the dates, which hold the sums of whole dates. */
  Condition hours() {
    return HOURLY_LINE
        .SOURCE
        .eq(scope.source())
        .and(HOURLY_LINE.LOCAL_DATE.ge(from()))
        .and(HOURLY_LINE.LOCAL_DATE.lt(until()))
        .and(ofScope(scope));
  }

  /** The hours of the scope's line and department. */
  static Condition ofScope(Scope scope) {
    Condition ofLine =
        scope.lineNumber() == null ? noCondition() : HOURLY_LINE.LINE.eq(scope.lineNumber());
    return scope.department() == null
        ? ofLine
        : ofLine.and(HOURLY_LINE.DEPARTMENT.eq(scope.department()));
  }

  /** Rings are not counted by line. */
  ManagerFigures managers(String per) {
    return MANAGER_FIGURES(
        scope.source(), from(), until(), per, scope.manager(), scope.department());
  }
}
