package calltally.reporting.report.query;

import static calltally.reporting.report.query.FridayReports.FRIDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.DepartmentCalls;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.WeekdayHourCalls;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a report counts, and of which calls. */
final class ReportsTest {

  private final History history = new History(ZoneId.of("Europe/Minsk"));
  private final Reports reports = new Reports(history.pool());
  private final FridayReports friday = new FridayReports(history);

  @AfterEach
  void drop() {
    history.close();
  }

  @Test
  void calls_are_counted_by_line_department_and_hour() {
    history.answered("2026-11-20T09:10", "+375291110001", History.SALES, History.ANNA);
    history.answered("2026-11-20T09:20", "+375291110002", History.SALES, History.BORIS);
    history.missed("2026-11-20T10:00", "+375291110003", History.SALES, History.ANNA);
    history.missed("2026-11-20T10:30", "+375291110004", History.SUPPORT);
    history.answered("2026-11-19T09:10", "+375291110005", History.SALES, History.ANNA);
    history.refreshed();

    CallReport report = friday.calls();

    assertThat(report.totals().calls()).isEqualTo(new CallCounts(4, 2, 2, 0, 0, 2, 0));
    assertThat(report.totals().reasons().of(MissedReason.NO_ANSWER)).isOne();
    assertThat(report.totals().reasons().of(MissedReason.NOT_OFFERED)).isOne();
    assertThat(report.lines())
        .extracting(line -> line.line().name(), line -> line.calls().incoming())
        .containsExactly(tuple("Sales", 3), tuple("Support", 1));
    assertThat(report.departments())
        .extracting(DepartmentCalls::department, row -> row.calls().missed())
        .containsExactly(tuple("Sales", 1), tuple("Support", 1));
    assertThat(report.trend().hours()).hasSize(24);
    assertThat(report.trend().hours().get(9).calls().answered()).isEqualTo(2);
    assertThat(report.trend().weekdayHours())
        .extracting(
            WeekdayHourCalls::weekday, WeekdayHourCalls::hour, cell -> cell.calls().incoming())
        .containsExactly(
            tuple(DayOfWeek.THURSDAY, 9, 1),
            tuple(DayOfWeek.FRIDAY, 9, 2),
            tuple(DayOfWeek.FRIDAY, 10, 2));
  }

  @Test
  void a_report_of_a_line_or_a_department_covers_only_its_calls() {
    history.answered("2026-11-20T09:10", "+375291110001", History.SALES, History.ANNA);
    history.missed("2026-11-20T10:00", "+375291110003", History.SUPPORT, History.VERA);
    history.refreshed();

    CallReport line = friday.calls(new ReportFilter("Support", null, null));
    assertThat(line.totals().calls().incoming()).isOne();
    assertThat(line.trend().hours().get(9).calls().incoming()).isZero();
    assertThat(line.callbacks().ofPeriod()).hasSize(1);
    assertThat(line.managers().managers()).isEmpty();

    CallReport department = friday.calls(new ReportFilter(null, "Sales", null));
    assertThat(department.totals().calls().answered()).isOne();
    assertThat(department.callbacks().ofPeriod()).isEmpty();
    assertThat(department.managers().managers())
        .extracting(ManagerActivity::manager)
        .containsExactly("Anna");
  }

  @Test
  void a_subject_not_in_the_directory_and_without_calls_is_refused() {
    assertThatThrownBy(() -> friday.calls(new ReportFilter("Shop", null, null)))
        .isInstanceOf(UnknownSubjectException.class)
        .hasMessageContaining("line must be in the directory or have calls (was Shop");
    assertThatThrownBy(() -> friday.calls(new ReportFilter(null, "Shop", null)))
        .isInstanceOf(UnknownSubjectException.class);
    assertThatThrownBy(() -> friday.calls(new ReportFilter(null, null, "Anna")))
        .isInstanceOf(RefusedReport.class)
        .hasMessageContaining("ask for the manager report");
    assertThatThrownBy(() -> friday.select(ReportKind.MANAGER, ReportFilter.NONE))
        .isInstanceOf(RefusedReport.class);
    assertThatThrownBy(
            () ->
                reports.select(ReportRequest.of(ReportKind.DAILY, "other", FRIDAY, Instant.EPOCH)))
        .isInstanceOf(UnknownSourceException.class)
        .hasMessageContaining("was other");
  }
}
