package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.CALLS_SO_FAR;

import calltally.reporting.report.Comparison;
import calltally.reporting.report.Comparison.Basis;
import calltally.reporting.report.Rate;
import calltally.reporting.report.ReportHead;
import calltally.sql.jooq.analytics.tables.records.CallsSoFarRecord;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jooq.DSLContext;

/** What is usual until this time of day: means over earlier dates, each only until then. */
record SelectUsualSoFar(ReportHead head, List<LocalDate> usual) {

  Optional<Comparison> run(DSLContext sql) {
    if (usual.isEmpty()) {
      return Optional.empty();
    }
    List<CallsSoFarRecord> dates = sql.fetch(soFar()).into(CALLS_SO_FAR);
    return Optional.of(
        new Comparison(
            usual.size() >= Comparison.LEAST_USUAL ? Basis.USUAL_SO_FAR : Basis.WEEK_BEFORE_SO_FAR,
            mean(dates, CallsSoFarRecord::getIncoming),
            rate(dates, row -> new Rate(row.getAnswered(), row.getAnswered() + row.getMissed())),
            rate(
                dates,
                row ->
                    new Rate(row.getAnsweredInTime(), row.getWaitsKnown() - row.getShortMissed())),
            mean(dates, CallsSoFarRecord::getMissedCallers),
            mean(dates, CallsSoFarRecord::getWaitingCallers)));
  }

  private calltally.sql.jooq.analytics.tables.CallsSoFar soFar() {
    return CALLS_SO_FAR(
        head.scope().source(),
        usual.toArray(LocalDate[]::new),
        LocalTime.ofInstant(head.generatedAt(), head.period().zone()),
        head.scope().lineNumber(),
        head.scope().department());
  }

  private static double mean(
      List<CallsSoFarRecord> dates, ToDoubleFunction<CallsSoFarRecord> figure) {
    return dates.stream().mapToDouble(figure).average().orElseThrow();
  }

  private static Rate rate(List<CallsSoFarRecord> dates, Function<CallsSoFarRecord, Rate> rate) {
    return dates.stream().map(rate).reduce(Rate.NONE, Rate::plus);
  }
}
