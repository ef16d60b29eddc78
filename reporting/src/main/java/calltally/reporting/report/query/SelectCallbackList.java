package calltally.reporting.report.query;

import calltally.reporting.report.CallbackList;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.Period;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.Scope;
import calltally.reporting.report.WaitingCaller;
import calltally.reporting.report.query.SelectCallers.Listed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Table;

/** Callers still to be reached when the report was generated, and those never reached. */
record SelectCallbackList(
    Scope scope, Period period, Instant generatedAt, Duration callbackWindow) {

  private static final Duration LONGEST_DAY = Duration.ofHours(25);

  SelectCallbackList(ReportHead head) {
    this(head.scope(), head.period(), head.generatedAt(), head.thresholds().callbackWindow());
  }

  CallbackList run(DSLContext sql) {
    return list(callers -> callers.run(sql));
  }

  /** The same without the phones that rang and without recordings. */
  CallbackList inBrief(DSLContext sql) {
    return list(callers -> callers.brief(sql));
  }

  private CallbackList list(Function<SelectCallers, List<Listed>> select) {
    FigureFunctions figures = new FigureFunctions(scope, period);
    List<Listed> waiting = select.apply(callers(figures.waiting(generatedAt)));
    return new CallbackList(
        callers(waiting, Listed::isOfPeriod),
        callers(waiting, caller -> !caller.isOfPeriod()),
        neverReached(figures, select),
        callers(expiredLater(figures, select), this::isOfPeriod));
  }

  /**
   * The first callers on the list of a date that is not over, and how many there are in all; those
   * of other dates who were never reached are left out while somebody waits.
   */
  CallbackList first(int most, DSLContext sql) {
    FigureFunctions figures = new FigureFunctions(scope, period);
    CallbackList waiting = callers(figures.waiting(generatedAt)).first(most, sql);
    boolean areOfOtherDates = callbackWindow.compareTo(LONGEST_DAY) > 0;
    return areOfOtherDates && waiting.count() > 0
        ? waiting
        : waiting.withNeverReached(neverReached(figures, callers -> callers.brief(sql)), List.of());
  }

  /**
   * The first callers on the list of a date that may be over, how many there are in all, and those
   * never reached.
   */
  CallbackList firstOfDay(int most, DSLContext sql) {
    FigureFunctions figures = new FigureFunctions(scope, period);
    Function<SelectCallers, List<Listed>> brief = callers -> callers.brief(sql);
    return callers(figures.waiting(generatedAt))
        .first(most, sql)
        .withNeverReached(
            neverReached(figures, brief), callers(expiredLater(figures, brief), this::isOfPeriod));
  }

  private List<WaitingCaller> neverReached(
      FigureFunctions figures, Function<SelectCallers, List<Listed>> select) {
    return callers(select.apply(callers(figures.neverReached(generatedAt))), caller -> true);
  }

  /** Callers whose time ran out between the period and the report. */
  private List<Listed> expiredLater(
      FigureFunctions figures, Function<SelectCallers, List<Listed>> select) {
    LocalDate end = period.until();
    LocalDate today = LocalDate.ofInstant(generatedAt, period.zone());
    if (today.isBefore(end)) {
      return List.of();
    }
    LocalDate last = end.plusDays(callbackWindow.toDays() + 1);
    DateRange since = new DateRange(end, (today.isBefore(last) ? today : last).plusDays(1));
    return select.apply(callers(figures.of(since).neverReached(generatedAt)));
  }

  private SelectCallers callers(Table<?> function) {
    return new SelectCallers(scope.source(), function);
  }

  private boolean isOfPeriod(Listed listed) {
    return !listed.date().isBefore(period.from()) && listed.date().isBefore(period.until());
  }

  private static List<WaitingCaller> callers(List<Listed> listed, Predicate<Listed> which) {
    return listed.stream().filter(which).map(Listed::caller).toList();
  }
}
