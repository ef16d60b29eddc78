package calltally.reporting.report.query;

import calltally.reporting.report.CallbackList;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.WaitingCaller;
import calltally.reporting.report.query.SelectCallers.Listed;
import java.util.List;
import java.util.function.Predicate;
import org.jooq.DSLContext;

/** Callers still to be reached when the report was generated, and those never reached. */
record SelectCallbackList(ReportHead head) {

  CallbackList run(DSLContext sql) {
    FigureFunctions figures = new FigureFunctions(head.scope(), head.period());
    String source = head.scope().source();
    List<Listed> waiting = new SelectCallers(source, figures.waiting(head.generatedAt())).run(sql);
    List<Listed> neverReached =
        new SelectCallers(source, figures.neverReached(head.generatedAt())).run(sql);
    return new CallbackList(
        callers(waiting, Listed::isOfPeriod),
        callers(waiting, caller -> !caller.isOfPeriod()),
        callers(neverReached, caller -> true));
  }

  private static List<WaitingCaller> callers(List<Listed> listed, Predicate<Listed> which) {
    return listed.stream().filter(which).map(Listed::caller).toList();
  }
}
