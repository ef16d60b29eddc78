package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.CALLS_SO_FAR;
import static calltally.sql.jooq.analytics.Tables.HOURLY_LINE;
import static org.jooq.impl.DSL.sum;

import calltally.reporting.report.Comparison;
import calltally.reporting.report.Comparison.Basis;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.Period;
import calltally.reporting.report.Rate;
import calltally.reporting.report.Scope;
import calltally.sql.jooq.analytics.tables.records.CallsSoFarRecord;
import calltally.sql.settings.SelectWorkingHours;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jooq.DSLContext;

/** What is usual until this time of day: means over earlier dates, each only until then. */
record SelectUsualSoFar(Scope scope, Period period, Instant until, int sourceId) {

  /**
   * What is usual until a time of day.
   *
   * @param comparison empty when nothing is usual, as are the hours
   * @param hours mean of incoming calls in each local hour of the whole usual weekday
   */
  record UsualSoFar(Optional<Comparison> comparison, Map<Integer, Double> hours) {

    UsualSoFar {
      hours = Map.copyOf(hours);
    }
  }

  UsualSoFar run(DSLContext sql) {
    List<LocalDate> usual =
        new SelectUsualWeeks(
                scope.source(), period.dates(), new SelectWorkingHours(sourceId).run(sql))
            .run(sql).stream().map(DateRange::from).toList();
    return usual.isEmpty()
        ? new UsualSoFar(Optional.empty(), Map.of())
        : new UsualSoFar(Optional.of(comparison(usual, sql)), hours(usual, sql));
  }

  private Comparison comparison(List<LocalDate> usual, DSLContext sql) {
    List<CallsSoFarRecord> dates = sql.fetch(soFar(usual)).into(CALLS_SO_FAR);
    return new Comparison(
        usual.size() >= Comparison.LEAST_USUAL ? Basis.USUAL_SO_FAR : Basis.WEEK_BEFORE_SO_FAR,
        mean(dates, CallsSoFarRecord::getIncoming),
        rate(dates, row -> new Rate(row.getAnswered(), row.getAnswered() + row.getMissed())),
        rate(
            dates,
            row -> new Rate(row.getAnsweredInTime(), row.getWaitsKnown() - row.getShortMissed())),
        mean(dates, CallsSoFarRecord::getMissedCallers),
        mean(dates, CallsSoFarRecord::getWaitingCallers));
  }

  private calltally.sql.jooq.analytics.tables.CallsSoFar soFar(List<LocalDate> usual) {
    return CALLS_SO_FAR(
        scope.source(),
        usual.toArray(LocalDate[]::new),
        LocalTime.ofInstant(until, period.zone()),
        scope.lineNumber(),
        scope.department());
  }

  private Map<Integer, Double> hours(List<LocalDate> usual, DSLContext sql) {
    return sql.select(HOURLY_LINE.LOCAL_HOUR, sum(HOURLY_LINE.INCOMING))
        .from(HOURLY_LINE)
        .where(HOURLY_LINE.SOURCE.eq(scope.source()))
        .and(HOURLY_LINE.LOCAL_DATE.in(usual))
        .and(FigureFunctions.ofScope(scope))
        .groupBy(HOURLY_LINE.LOCAL_HOUR)
        .having(sum(HOURLY_LINE.INCOMING).gt(BigDecimal.ZERO))
        .fetchMap(row -> row.value1().intValue(), row -> row.value2().doubleValue() / usual.size());
  }

  private static double mean(
      List<CallsSoFarRecord> dates, ToDoubleFunction<CallsSoFarRecord> figure) {
    return dates.stream().mapToDouble(figure).average().orElseThrow();
  }

  private static Rate rate(List<CallsSoFarRecord> dates, Function<CallsSoFarRecord, Rate> rate) {
    return dates.stream().map(rate).reduce(Rate.NONE, Rate::plus);
  }
}
