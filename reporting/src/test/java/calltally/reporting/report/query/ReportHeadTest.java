package calltally.reporting.report.query;

import static calltally.reporting.report.query.FridayReports.FRIDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.DataQuality;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a report says about its own figures. */
final class ReportHeadTest {

  private final History history = new History(ZoneId.of("Europe/Minsk"));
  private final Reports reports = new Reports(history.pool());
  private final FridayReports friday = new FridayReports(history);

  @AfterEach
  void drop() {
    history.close();
  }

  @Test
  void a_day_without_data_differs_from_a_day_without_calls() {
    history.shift(DayOfWeek.THURSDAY, "09:00", "18:00");
    history.shift(DayOfWeek.FRIDAY, "09:00", "18:00");
    history.answered("2026-11-19T11:00", "+375291110002", History.SALES, History.BORIS);
    history.refreshed();

    DataQuality quality = friday.calls().head().quality();

    assertThat(quality.hasData()).isFalse();
    assertThat(quality.daysWithoutData()).containsExactly(FRIDAY);
    DataQuality ofMonth =
        reports
            .select(
                ReportRequest.of(
                    ReportKind.MONTHLY, "main", FRIDAY, history.instant("2026-12-01T08:00")))
            .head()
            .quality();
    assertThat(ofMonth.workingDays()).isEqualTo(8);
    assertThat(ofMonth.fewDaysReceived()).hasValue(1);
    assertThat(quality.lastCallAt()).isEqualTo(history.instant("2026-11-19T11:00"));
  }

  @Test
  void a_figure_that_changed_since_it_was_reported_is_restated() {
    history.missed("2026-11-20T09:00", "+375291110001", History.SALES, History.ANNA);
    history.refreshed();
    Report first = reports.recorded(friday.calls(), history.instant("2026-11-21T08:00"));
    history.missed("2026-11-20T09:30", "+375291110002", History.SALES, History.ANNA);
    history.refreshed();

    CallReport second = friday.calls();

    assertThat(first.head().run()).isEqualTo(1);
    assertThat(first.head().restated()).isEmpty();
    assertThat(second.head().restated())
        .filteredOn(figure -> figure.name().equals("missed"))
        .extracting(figure -> figure.printed().intValue(), figure -> figure.value().intValue())
        .containsExactly(tuple(1, 2));
  }

  @Test
  void targets_and_threshold_are_those_of_the_source() {
    history.targets("0.9", "0.8");

    assertThat(friday.calls().head().targets().answerRate()).isEqualByComparingTo("0.9");
    assertThat(friday.calls().head().thresholds().serviceLevel()).isEqualTo(Duration.ofSeconds(20));
  }
}
