package calltally.reporting.report.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.reporting.call.TestJournal;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.DayFigure;
import calltally.reporting.report.ReportRun;
import calltally.reporting.report.ReportSeries;
import calltally.reporting.report.ReportedFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Late notifications change reported days, and the next report restates them. */
final class RestatementTest {

  private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 17);
  private static final LocalDate WEDNESDAY = TUESDAY.plusDays(1);
  private static final LocalDate THURSDAY = TUESDAY.plusDays(2);
  private static final ReportSeries DAILY = ReportSeries.of("main", "daily");
  private static final Instant NOON = Instant.parse("2026-11-20T09:00:00Z");

  private final TestJournal journal = new TestJournal("Europe/Minsk");

  @AfterEach
  void drop() {
    journal.close();
  }

  @Test
  void a_spooled_batch_restates_the_day_before_yesterday_in_the_next_report_and_not_again() {
    missed("1", TUESDAY, "C1");
    report(DAILY, TUESDAY);
    missed("2", WEDNESDAY, "C2");
    assertThat(report(DAILY, WEDNESDAY)).isEmpty();

    missed("late", TUESDAY, "C3");

    assertThat(report(DAILY, THURSDAY))
        .containsExactly(
            "2026-11-17 answered_or_missed 1 -> 2",
            "2026-11-17 answered_or_missed_not_short 1 -> 2",
            "2026-11-17 incoming 1 -> 2",
            "2026-11-17 missed 1 -> 2",
            "2026-11-17 missed_callers 1 -> 2");
    assertThat(report(DAILY, THURSDAY.plusDays(1))).isEmpty();
  }

  @Test
  void a_day_without_calls_is_restated_when_calls_come_late() {
    assertThat(report(DAILY, TUESDAY)).isEmpty();

    missed("late", TUESDAY, "C1");

    assertThat(report(DAILY, TUESDAY)).contains("2026-11-17 incoming 0 -> 1");
    assertThat(report(DAILY, TUESDAY)).isEmpty();
  }

  @Test
  void reports_of_another_kind_or_filter_follow_their_own_predecessors() {
    ReportSeries ofSupport = new ReportSeries("main", "daily", "SUPPORT", null, null);
    ReportSeries ofDepartment = new ReportSeries("main", "daily", null, "Sales", null);
    ReportSeries ofAnna = new ReportSeries("main", "manager", null, null, "Anna");
    missed("1", TUESDAY, "C1");
    report(ofSupport, TUESDAY);
    report(ofDepartment, TUESDAY);
    report(ofAnna, TUESDAY);

    missed("late", TUESDAY, "C3");

    assertThat(report(ReportSeries.of("main", "weekly"), TUESDAY)).isEmpty();
    assertThat(report(ofSupport, WEDNESDAY)).isEmpty();
    assertThat(report(ofDepartment, WEDNESDAY)).contains("2026-11-17 incoming 1 -> 2");
    assertThat(report(ofAnna, WEDNESDAY))
        .containsExactly(
            "2026-11-17 answerable_calls 1 -> 2",
            "2026-11-17 attempts 1 -> 2",
            "2026-11-17 missed_calls 1 -> 2");
  }

  @Test
  void a_run_keeps_what_it_printed_of_each_day_through_a_rebuild() {
    missed("1", TUESDAY, "C1");
    ReportRun run = run(DAILY, TUESDAY);
    ReportedFigures figures = figures(run.scope(), run.dates());
    long runId = record(run, figures, NOON.plusSeconds(2));

    journal.refresh().rebuild();

    assertThat(
            journal.rows(
                "select figure, value from ledger.printed_figure where run_id = %d order by figure collate \"C\""
                    .formatted(runId)))
        .isEqualTo(
            """
            answered | 0
            answered_in_time | 0
            answered_or_missed | 1
            answered_or_missed_not_short | 1
            connected | 0
            incoming | 1
            missed | 1
            missed_callers | 1
            outgoing | 0
            unfinished | 0""");
    assertThat(figures(DAILY, run.dates()).restated()).isEmpty();
    assertThat(figures.days()).extracting(DayFigure::date).containsOnly(TUESDAY);
  }

  @Test
  void what_was_printed_is_never_changed() {
    report(DAILY, TUESDAY);

    for (String change :
        List.of(
            "update ledger.printed_figure set value = 7",
            "delete from ledger.printed_figure",
            "truncate ledger.printed_figure")) {
      assertThatThrownBy(() -> journal.sql().execute(change))
          .hasMessageContaining("ledger is append-only");
    }
  }

  @Test
  void a_source_that_is_not_there_has_no_ledger() {
    assertThatThrownBy(() -> figures(ReportSeries.of("other", "daily"), DateRange.of(TUESDAY)))
        .isInstanceOf(UnknownSourceException.class);
  }

  private List<String> report(ReportSeries scope, LocalDate date) {
    ReportRun run = run(scope, date);
    ReportedFigures figures = figures(scope, run.dates());
    record(run, figures, NOON);
    return figures.restated().stream()
        .map(
            f ->
                "%s %s %s -> %s"
                    .formatted(
                        f.date(), f.name(), f.printed().toPlainString(), f.value().toPlainString()))
        .toList();
  }

  private static ReportRun run(ReportSeries scope, LocalDate date) {
    return new ReportRun(scope, DateRange.of(date), NOON);
  }

  /** Anna lets it ring for ten seconds. */
  private void missed(String pbxId, LocalDate date, String customer) {
    journal.receive(
        pbxId,
        """
        start        | %1$sT06:00:00 | %2$s | SALES
        member start | %1$sT06:00:01 | %2$s | A
        member end   | %1$sT06:00:20 | %2$s | A     | noanswer
        end          | %1$sT06:00:20 | %2$s | SALES | noanswer
        """
            .formatted(date, customer));
    journal.refresh().run();
  }

  private ReportedFigures figures(ReportSeries scope, DateRange dates) {
    return new Snapshot(journal.database().pool())
        .read(new SelectReportedFigures(scope, dates)::run);
  }

  private long record(ReportRun run, ReportedFigures figures, Instant renderedAt) {
    return DSL.using(journal.database().pool(), SQLDialect.POSTGRES)
        .transactionResult(
            transaction -> new InsertReportRun(run, figures, renderedAt).run(transaction.dsl()));
  }
}
