package calltally.reporting.report.query;

import static calltally.reporting.report.query.BusyWeekReports.GENERATED;
import static calltally.reporting.report.query.BusyWeekReports.JUDGED;
import static calltally.reporting.report.query.RowText.joined;
import static calltally.reporting.report.query.RowText.seconds;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Compares missed calls and waiting callers with the views, row by row. */
final class MissedCallRowsTest {

  private static final BusyWeekReports BUSY = new BusyWeekReports();
  private static final CallReport WEEKLY = BUSY.weekly();

  @AfterAll
  static void drop() {
    BUSY.close();
  }

  @Test
  void every_missed_call_with_its_call_back_state() {
    MissedCallReport report = (MissedCallReport) BUSY.report(ReportKind.MISSED, ReportFilter.NONE);

    assertThat(report.calls())
        .extracting(
            call ->
                joined(
                    call.missedAt().getEpochSecond(),
                    call.customer(),
                    call.line().number(),
                    call.reason() == null
                        ? null
                        : call.reason().name().toLowerCase(java.util.Locale.ROOT),
                    call.state().text(),
                    seconds(call.waited()),
                    seconds(call.toCallback()),
                    seconds(call.toContact()),
                    call.calledBackBy()))
        .containsExactlyInAnyOrderElementsOf(
            BUSY.rows(
                """
                select extract(epoch from missed.missed_at)::bigint, missed.customer, missed.line, missed.missed_reason, state,
                    wait_seconds::integer, seconds_to_callback::integer, seconds_to_contact::integer, called_back_by
                from %s
                """
                    .formatted(JUDGED)));
  }

  @Test
  void missed_callers_by_the_state_of_their_last_call() {
    MissedCallers callers = WEEKLY.totals().missedCallers();

    assertThat(
            Map.of(
                "returned", callers.returned(),
                "came_back", callers.cameBack(),
                "tried", callers.tried(),
                "outstanding", callers.outstanding(),
                "expired", callers.expired()))
        .containsAllEntriesOf(
            BUSY.history()
                .sql()
                .fetch(
                    "select state, count(*)::integer as callers from (%s) last group by state"
                        .formatted(lastOfEachCaller()))
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, Integer.class)));
    assertThat(joined(callers.callers(), callers.withheldCalls()))
        .isEqualTo(
            BUSY.rows(
                    "select count(distinct customer), count(*) filter (where customer is null) from analytics.missed_call_at('%s')"
                        .formatted(GENERATED))
                .get(0));
  }

  @Test
  void every_waiting_caller() {
    assertThat(WEEKLY.callbacks().ofPeriod())
        .isNotEmpty()
        .extracting(
            caller ->
                joined(
                    caller.customer(),
                    caller.missedCalls(),
                    caller.missedAt().getEpochSecond(),
                    caller.state().text(),
                    caller.tries()))
        .containsExactlyInAnyOrderElementsOf(
            BUSY.rows(
                """
                select last.customer,
                    (select count(*) from analytics.missed_call_at('%s') missed where missed.customer = last.customer),
                    extract(epoch from missed_at)::bigint,
                    state,
                    (select count(*) from analytics.call placed
                    where placed.direction = 'outgoing' and placed.customer = last.customer and placed.started_at > missed_at)
                from (%s) last where state in ('outstanding', 'tried')
                """
                    .formatted(GENERATED, lastOfEachCaller())));
  }

  private static String lastOfEachCaller() {
    return """
        select distinct on (customer) customer, missed_at, state
        from analytics.missed_call_at('%s') where customer is not null order by customer, missed_at desc
        """
        .formatted(GENERATED);
  }
}
