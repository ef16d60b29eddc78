package calltally.reporting.report.query;

import static calltally.reporting.report.query.FridayReports.FRIDAY;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.WorkingTime;
import calltally.sql.settings.TimeSpan;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The days and hours that a report covers. */
final class ReportPeriodsTest {

  private final History history = new History(ZoneId.of("Europe/Minsk"));
  private final Reports reports = new Reports(history.pool());
  private final FridayReports friday = new FridayReports(history);

  @AfterEach
  void drop() {
    history.close();
  }

  @Test
  void working_time_is_that_of_the_weekday_and_none_on_a_holiday() {
    assertThat(friday.calls().trend().workingTime()).isNull();

    history.shift(DayOfWeek.FRIDAY, "09:00", "13:00");
    history.shift(DayOfWeek.THURSDAY, "22:00", "06:00");

    assertThat(friday.calls().trend().workingTime())
        .isEqualTo(
            new WorkingTime(
                List.of(
                    span("2026-11-20T00:00", "2026-11-20T06:00"),
                    span("2026-11-20T09:00", "2026-11-20T13:00"))));

    history.holiday(FRIDAY);

    assertThat(friday.calls().trend().workingTime())
        .isEqualTo(new WorkingTime(List.of(span("2026-11-20T00:00", "2026-11-20T06:00"))));
  }

  private TimeSpan span(String from, String until) {
    return new TimeSpan(history.instant(from), history.instant(until));
  }

  @Test
  void the_latest_complete_period_is_over_and_has_notifications() {
    history.missed("2026-11-18T09:00", "+375291110001", History.SALES);
    history.missed("2026-11-20T09:00", "+375291110001", History.SALES);
    history.refreshed();

    assertThat(latest(ReportKind.DAILY, "2026-11-20T23:59"))
        .isEqualTo(DateRange.of(LocalDate.parse("2026-11-18")));
    assertThat(latest(ReportKind.DAILY, "2026-11-21T00:00")).isEqualTo(DateRange.of(FRIDAY));
    assertThat(latest(ReportKind.WEEKLY, "2026-11-23T00:00"))
        .isEqualTo(new DateRange(LocalDate.parse("2026-11-16"), LocalDate.parse("2026-11-23")));
    assertThat(
            reports.latestComplete(ReportKind.MONTHLY, "main", history.instant("2026-11-30T23:59")))
        .isEmpty();
  }

  private DateRange latest(ReportKind kind, String localTime) {
    return reports.latestComplete(kind, "main", history.instant(localTime)).orElseThrow();
  }

  @Test
  void an_hour_repeated_by_a_clock_change_is_reported_twice() {
    try (History berlin = new History(ZoneId.of("Europe/Berlin"))) {
      LocalDate date = LocalDate.parse("2026-10-25");
      Report report =
          new Reports(berlin.pool())
              .select(
                  ReportRequest.of(
                      ReportKind.DAILY, "main", date, berlin.instant(date + "T23:00")));

      assertThat(((CallReport) report).trend().hours())
          .hasSize(25)
          .filteredOn(hour -> hour.time().getHour() == 2)
          .hasSize(2);
    }
  }
}
