package calltally.reporting.report;

import calltally.reporting.report.SelectCallTotals.CallTotals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

/** The figures of each of the dates that has data, judged at the instant given for it. */
record SelectDayTotals(String source, Map<LocalDate, Instant> judgedAt) {

  Map<LocalDate, DayTotals> run(DSLContext sql) {
    Map<LocalDate, MissedCallers> missed = new SelectMissedCallers(source, judgedAt).run(sql);
    Map<LocalDate, DayTotals> days = new HashMap<>();
    for (CallTotals day : new SelectCallTotals(source, judgedAt.keySet()).run(sql).values()) {
      MissedCallers callers = missed.getOrDefault(day.date(), MissedCallers.NONE);
      days.put(day.date(), new DayTotals(day.calls(), day.reasons(), callers));
    }
    return days;
  }
}
