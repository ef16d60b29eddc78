package calltally.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** The daily report of a source and date, seen at an instant. */
record SelectDailyReport(String source, LocalDate date, Instant generatedAt) {

  DailyReport run(DSLContext sql) {
    SourceFacts facts = new SelectSource(source).run(sql);
    Period period = new Period(date, facts.zone());
    Map<LocalDate, DayTotals> days = new SelectDayTotals(source, moments(period)).run(sql);
    DayTotals totals = days.getOrDefault(date, DayTotals.NONE);
    days.remove(date);
    return new DailyReport(
        source,
        period,
        generatedAt,
        facts.targets(),
        facts.thresholds(),
        totals,
        days.isEmpty() ? null : Usual.of(days.values()),
        new SelectHours(source, period).run(sql),
        WorkingTime.of(new SelectWorkingHours(facts.sourceId()).run(sql), period).orElse(null),
        new SelectLines(source, date).run(sql),
        managers(sql),
        new SelectWaitingCallers(source, date, generatedAt).run(sql),
        new SelectQuality(source, date).run(sql));
  }

  /** The date and the same weekdays before it, each seen as long after as the date is. */
  private Map<LocalDate, Instant> moments(Period period) {
    DateRange day = DateRange.of(date);
    Map<LocalDate, Instant> moments = new LinkedHashMap<>();
    moments.put(date, generatedAt);
    PeriodLength.DAY
        .usual(day)
        .forEach(
            usual -> moments.put(usual.from(), usual.seenLike(day, generatedAt, period.zone())));
    return moments;
  }

  private Managers managers(DSLContext sql) {
    List<ManagerDay> managers = new SelectManagers(source, date).run(sql);
    return new Managers(managers, new SelectTeamRing(source, date).run(sql).orElse(null));
  }
}
