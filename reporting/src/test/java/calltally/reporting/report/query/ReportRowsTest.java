package calltally.reporting.report.query;

import static calltally.reporting.report.query.RowText.joined;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.DataQuality;
import calltally.reporting.report.MissedReasons;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Compares the tables and drawings of a week's report with the views, row by row. */
final class ReportRowsTest {

  private static final BusyWeekReports BUSY = new BusyWeekReports();
  private static final CallReport WEEKLY = BUSY.weekly();
  private static final String WEEK = "local_date >= '2026-11-16' and local_date < '2026-11-23'";

  @AfterAll
  static void drop() {
    BUSY.close();
  }

  @Test
  void reasons_of_a_week_and_of_its_lines() {
    String sums =
        """
        sum(missed_caller_gave_up), sum(missed_no_answer), sum(missed_busy), sum(missed_unavailable),
            sum(missed_not_offered), sum(missed_unknown)""";

    assertThat(reasons(WEEKLY.totals().reasons()))
        .isEqualTo(
            BUSY.rows("select %s from analytics.daily_line where %s".formatted(sums, WEEK)).get(0));
    assertThat(WEEKLY.lines())
        .extracting(line -> line.line().number() + " " + reasons(line.reasons()))
        .containsExactlyInAnyOrderElementsOf(
            BUSY.rows(
                "select line, %s from analytics.daily_line where %s and incoming > 0 group by line"
                    .formatted(sums, WEEK)));
  }

  private static String reasons(MissedReasons reasons) {
    return joined(
        Stream.of(
                MissedReason.CALLER_GAVE_UP,
                MissedReason.NO_ANSWER,
                MissedReason.BUSY,
                MissedReason.UNAVAILABLE,
                MissedReason.NOT_OFFERED,
                MissedReason.UNKNOWN)
            .map(reasons::of));
  }

  @Test
  void calls_placed_in_a_week() {
    assertThat(joined(WEEKLY.totals().outgoing(), WEEKLY.totals().connected()))
        .isEqualTo(
            BUSY.rows(
                    "select sum(outgoing), sum(connected) from analytics.daily_line where %s"
                        .formatted(WEEK))
                .get(0));
  }

  @Test
  void each_hour_of_each_weekday() {
    assertThat(WEEKLY.trend().weekdayHours().stream().filter(cell -> cell.calls().incoming() > 0))
        .extracting(
            cell ->
                joined(
                    cell.weekday().getValue(),
                    cell.hour(),
                    cell.calls().incoming(),
                    cell.calls().answered(),
                    cell.calls().missed()))
        .containsExactlyInAnyOrderElementsOf(
            BUSY.rows(
                """
                select extract(isodow from hour_start at time zone 'Europe/Minsk'),
                    extract(hour from hour_start at time zone 'Europe/Minsk'),
                    sum(incoming), sum(answered), sum(missed)
                from analytics.hourly_line where incoming > 0 group by 1, 2
                """));
  }

  @Test
  void what_the_figures_rest_on() {
    DataQuality quality = WEEKLY.head().quality();

    assertThat(
            joined(
                quality.notifications(),
                quality.duplicates(),
                quality.rejected(),
                quality.late(),
                quality.calls(),
                quality.callsComplete(),
                quality.internal()))
        .isEqualTo(
            BUSY.rows(
                    """
                    select sum(notifications), sum(duplicates), sum(rejected), sum(late), sum(calls), sum(calls_complete),
                        sum(internal) from analytics.data_quality where %s
                    """
                        .formatted(WEEK))
                .get(0));
  }
}
