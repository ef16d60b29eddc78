package calltally.reporting.report.query;

import calltally.reporting.report.CallbackList;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.WaitingCaller;
import calltally.reporting.report.query.SelectCallers.Listed;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.DSLContext;
import org.jooq.Table;

/** Callers still to be reached when the report was generated, and those never reached. */
record SelectCallbackList(ReportHead head) {

  private static final Duration LONGEST_DAY = Duration.ofHours(25);

  CallbackList run(DSLContext sql) {
    FigureFunctions figures = new FigureFunctions(head.scope(), head.period());
    String source = head.scope().source();
    List<Listed> waiting = new SelectCallers(source, figures.waiting(head.generatedAt())).run(sql);
    List<Listed> neverReached =
        new SelectCallers(source, figures.neverReached(head.generatedAt())).run(sql);
    return new CallbackList(
        callers(waiting, Listed::isOfPeriod),
        callers(waiting, caller -> !caller.isOfPeriod()),
        callers(neverReached, caller -> true),
        callers(expiredLater(figures, sql), this::isOfPeriod));
  }

  /** The list at a moment of the period, without the phones that rang and without recordings. */
  CallbackList soFar(DSLContext sql) {
    FigureFunctions figures = new FigureFunctions(head.scope(), head.period());
    List<Listed> waiting = callers(figures.waiting(head.generatedAt())).brief(sql);
    return new CallbackList(
        callers(waiting, Listed::isOfPeriod),
        callers(waiting, caller -> !caller.isOfPeriod()),
        neverReached(figures, sql));
  }

  /**
   * The first callers of the same list, and how many there are in all; those of other days who were
   * never reached are left out while somebody waits.
   */
  CallbackList soFar(int most, DSLContext sql) {
    FigureFunctions figures = new FigureFunctions(head.scope(), head.period());
    CallbackList waiting = callers(figures.waiting(head.generatedAt())).first(most, sql);
    boolean areOfOtherDays = head.thresholds().callbackWindow().compareTo(LONGEST_DAY) > 0;
    return areOfOtherDays && waiting.count() > 0
        ? waiting
        : waiting.withNeverReached(neverReached(figures, sql));
  }

  private List<WaitingCaller> neverReached(FigureFunctions figures, DSLContext sql) {
    return callers(
        callers(figures.neverReached(head.generatedAt())).brief(sql), caller -> true);
  }

  private SelectCallers callers(Table<?> function) {
    return new SelectCallers(head.scope().source(), function);
  }

  /** Callers whose time ran out between the period and the report. */
  private List<Listed> expiredLater(FigureFunctions figures, DSLContext sql) {
    LocalDate end = head.period().until();
    LocalDate today = LocalDate.ofInstant(head.generatedAt(), head.period().zone());
    if (today.isBefore(end)) {
      return List.of();
    }
    LocalDate last = end.plusDays(head.thresholds().callbackWindow().toDays() + 1);
    DateRange since = new DateRange(end, (today.isBefore(last) ? today : last).plusDays(1));
    return new SelectCallers(
            head.scope().source(), figures.of(since).neverReached(head.generatedAt()))
        .run(sql);
  }

  private boolean isOfPeriod(Listed listed) {
    return !listed.date().isBefore(head.period().from())
        && listed.date().isBefore(head.period().until());
  }

  private static List<WaitingCaller> callers(List<Listed> listed, Predicate<Listed> which) {
    return listed.stream().filter(which).map(Listed::caller).toList();
  }
}
