package calltally.reporting.report.query;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.Comparison;
import calltally.reporting.report.Comparison.Basis;
import calltally.reporting.report.Rate;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ComparisonTest {

  private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");

  private final History history = new History(ZoneId.of("Europe/Minsk"));
  private final Reports reports = new Reports(history.pool());

  @AfterEach
  void drop() {
    history.close();
  }

  @Test
  void usual_is_the_mean_of_the_last_four_same_weekdays_that_have_data() {
    for (String day : List.of("2026-11-13", "2026-11-06")) {
      history.answered(day + "T09:10", "+375291110001", History.SALES, History.ANNA);
      history.missed(day + "T10:00", "+375291110003", History.SALES, History.ANNA);
    }
    history.missed("2026-11-13T11:00", "+375291110004", History.SALES, History.ANNA);
    history.reached("2026-11-13T12:00", History.ANNA, "+375291110004");
    history.unended("2026-11-06T15:00", "+375291110005", History.SALES);
    history.answered("2026-10-16T09:10", "+375291110001", History.SALES, History.ANNA);
    history.refreshed();

    Comparison usual = requireNonNull(dailyAt("2026-11-21T08:00").comparison());

    assertThat(usual.basis()).isEqualTo(Basis.USUAL_WEEKDAY);
    assertThat(usual.incoming()).isEqualTo(3.0);
    assertThat(usual.answerRate()).isEqualTo(new Rate(2, 5));
    assertThat(usual.missedCallers()).isEqualTo(1.5);
    assertThat(usual.waiting()).as("presumed missed ones included").isEqualTo(1.5);
  }

  @Test
  void with_one_comparable_weekday_nothing_is_usual_and_the_week_before_stays() {
    history.answered("2026-11-13T09:10", "+375291110001", History.SALES, History.ANNA);
    history.answered("2026-11-06T09:10", "+375291110001", History.SALES, History.ANNA);
    history.answered("2026-11-06T10:10", "+375291110002", History.SALES, History.ANNA);
    history.refreshed();

    assertThat(requireNonNull(dailyAt("2026-11-21T08:00").comparison()).incoming()).isEqualTo(1.5);

    history.holiday(LocalDate.parse("2026-11-06"));
    Comparison before = requireNonNull(dailyAt("2026-11-21T08:00").comparison());
    assertThat(before.basis()).isEqualTo(Basis.WEEK_BEFORE);
    assertThat(before.incoming()).isEqualTo(1.0);

    history.holiday(LocalDate.parse("2026-11-13"));
    assertThat(dailyAt("2026-11-21T08:00").comparison()).isNull();
  }

  @Test
  void a_weekday_two_weeks_ago_alone_is_compared_with_nothing() {
    history.answered("2026-11-06T09:10", "+375291110001", History.SALES, History.ANNA);
    history.refreshed();

    assertThat(dailyAt("2026-11-21T08:00").comparison()).isNull();
  }

  @Test
  void a_week_is_compared_with_the_week_before_day_by_day() {
    history.answered("2026-11-09T09:10", "+375291110001", History.SALES, History.ANNA);
    history.answered("2026-11-12T09:10", "+375291110001", History.SALES, History.ANNA);
    history.missed("2026-11-20T10:00", "+375291110003", History.SALES, History.ANNA);
    history.refreshed();

    CallReport week = week();

    assertThat(requireNonNull(week.comparison()).basis()).isEqualTo(Basis.PREVIOUS_WEEK);
    assertThat(week.comparison().incoming()).isEqualTo(2.0);
    assertThat(week.trend().hours()).isEmpty();
    assertThat(week.trend().days()).hasSize(7);
    assertThat(week.trend().days().get(4).calls().missed()).isOne();
    assertThat(week.trend().days().get(4).hasData()).isTrue();
    assertThat(week.trend().days().get(3).hasData()).isFalse();
    assertThat(week.trend().daysBefore().get(3).calls().answered()).isOne();
  }

  @Test
  void a_week_is_not_compared_when_data_of_the_previous_one_starts_on_its_second_day() {
    history.answered("2026-11-10T09:10", "+375291110001", History.SALES, History.ANNA);
    history.missed("2026-11-20T10:00", "+375291110003", History.SALES, History.ANNA);
    history.refreshed();

    CallReport week = week();

    assertThat(week.comparison()).isNull();
    assertThat(week.trend().daysBefore().get(0).hasData()).isFalse();
    assertThat(week.trend().daysBefore().get(1).calls().answered()).isOne();
  }

  @Test
  void a_day_is_compared_once_it_is_over() {
    history.answered("2026-11-13T09:10", "+375291110001", History.SALES, History.ANNA);
    history.missed("2026-11-20T10:00", "+375291110003", History.SALES, History.ANNA);
    history.refreshed();

    assertThat(dailyAt("2026-11-20T23:59:59").comparison()).isNull();
    assertThat(dailyAt("2026-11-21T00:00").comparison()).isNotNull();
  }

  private CallReport week() {
    return select(ReportKind.WEEKLY, "2026-11-23T08:00");
  }

  private CallReport dailyAt(String localTime) {
    return select(ReportKind.DAILY, localTime);
  }

  private CallReport select(ReportKind kind, String localTime) {
    return (CallReport)
        reports.select(ReportRequest.of(kind, "main", FRIDAY, history.instant(localTime)));
  }
}
