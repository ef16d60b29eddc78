package calltally.app.demo;

import static calltally.sql.jooq.analytics.Tables.MISSED_CALL_AT;

import calltally.sql.jooq.analytics.tables.MissedCallAt;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The missed calls of each caller in a source's week as analytics has them.
 *
 * @param zone of the source; the calls' states are those at the end of the week there
 */
record MissedCallerFigures(String source, LocalDate monday, ZoneId zone) {

  void put(DSLContext sql, WeekFigures figures) {
    MissedCallAt call = MISSED_CALL_AT(startOf(monday.plusWeeks(1))).as("call");
    sql.select(call.CUSTOMER, call.STATE, call.PRESUMED)
        .from(call)
        .where(call.SOURCE.eq(source))
        .and(call.CUSTOMER.isNotNull())
        .and(call.MISSED_AT.ge(startOf(monday)))
        .orderBy(call.MISSED_AT, call.PBX_ID)
        .fetchGroups(call.CUSTOMER)
        .forEach((customer, calls) -> put(figures, customer, calls));
  }

  private static void put(WeekFigures figures, String customer, List<? extends Record> calls) {
    int presumed = (int) calls.stream().filter(call -> call.get(MISSED_CALL_AT.PRESUMED)).count();
    figures.put(customer, "missed_calls", calls.size() - presumed);
    figures.put(customer, "presumed_missed_calls", presumed);
    figures.put(customer, "last one " + calls.get(calls.size() - 1).get(MISSED_CALL_AT.STATE), 1);
  }

  private Instant startOf(LocalDate date) {
    return date.atStartOfDay(zone).toInstant();
  }
}
