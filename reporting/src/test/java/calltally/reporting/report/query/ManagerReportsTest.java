package calltally.reporting.report.query;

import static calltally.reporting.report.query.FridayReports.FRIDAY;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.ComparedRate.TeamComparison;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.Managers;
import calltally.reporting.report.Rate;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.RingTimeBin;
import java.time.Duration;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Managers in reports, and reviews of one manager. */
final class ManagerReportsTest {

  private final History history = new History(ZoneId.of("Europe/Minsk"));
  private final Reports reports = new Reports(history.pool());
  private final FridayReports friday = new FridayReports(history);

  @AfterEach
  void drop() {
    history.close();
  }

  @Test
  void a_rate_trend_has_points_where_at_least_five_calls_could_be_answered() {
    for (int minute = 0; minute < 5; minute++) {
      history.missed("2026-11-18T09:0" + minute, null, History.SALES, History.ANNA);
    }
    for (int minute = 0; minute < 4; minute++) {
      history.missed("2026-11-20T09:0" + minute, null, History.SALES, History.ANNA);
    }
    history.refreshed();

    CallReport week = (CallReport) friday.select(ReportKind.WEEKLY, ReportFilter.NONE);

    assertThat(week.managers().managers().get(0).trend())
        .containsExactly(null, null, 0.0, null, null, null, null);
  }

  @Test
  void a_manager_whose_ends_of_rings_are_not_reported_has_no_rate_and_is_in_no_total() {
    for (int minute = 10; minute < 13; minute++) {
      history.untold("2026-11-20T09:" + minute, "+375291110001", History.SALES, History.ANNA);
    }
    history.answered("2026-11-20T11:00", "+375291110002", History.SALES, History.ANNA);
    history.answered("2026-11-20T12:00", "+375291110003", History.SALES, History.BORIS);
    history.refreshed();

    Managers managers = friday.calls().managers();

    assertThat(managers.managers())
        .extracting(ManagerActivity::manager, manager -> manager.answerRate().ifKnown())
        .containsExactly(tuple("Anna", null), tuple("Boris", new Rate(1, 1)));
    assertThat(managers.managers().get(0).answerRate().againstTeam())
        .isEqualTo(TeamComparison.UNTOLD);
    assertThat(managers.total().answerRate().rate()).isEqualTo(new Rate(1, 1));
  }

  @Test
  void a_review_compares_a_managers_figures_with_the_teams_medians() {
    for (int minute = 10; minute < 34; minute++) {
      history.answered("2026-11-20T09:" + minute, "+375291110001", History.SALES, History.ANNA);
    }
    history.missed("2026-11-20T10:00", "+375291110001", History.SALES, History.BORIS, History.ANNA);
    history.answered("2026-11-20T11:00", "+375291110002", History.SALES, History.BORIS);
    history.answered("2026-10-01T11:00", "+375291110002", History.SALES, History.BORIS);
    history.answered("2026-10-20T11:00", "+375291110002", History.SALES, History.ANNA);
    history.refreshed();

    ManagerReview review = annas("2026-12-01T00:00");

    assertThat(review.own().attempts())
        .isEqualTo(new AttemptCounts(25, 24, 1, 0, 0, 0, 0, 0, 0, 0));
    assertThat(review.own().answerRate().againstTeam()).isEqualTo(TeamComparison.WITHIN);
    assertThat(review.own().answerRate().from()).isBetween(0.7, 0.9);
    assertThat(requireNonNull(review.before()).attempts().answered()).isOne();
    assertThat(review.team().managers()).isEqualTo(2);
    assertThat(review.team().attempts()).isEqualTo(13.5);
    assertThat(review.team().answerRate()).isCloseTo((0.96 + 0.5) / 2, within(1e-9));
    assertThat(review.weeks()).hasSize(6);
    assertThat(review.weeks().get(3).attempts().attempts()).isEqualTo(25);
    assertThat(review.ringTimes())
        .filteredOn(time -> time.rings() > 0)
        .containsExactly(new RingTimeBin(Duration.ofSeconds(9), Duration.ofSeconds(12), 24));
    assertThat(review.hours().get(10).attempts().noAnswer()).isOne();
    assertThat(review.missedCalls()).hasSize(1);
    assertThat(annas("2026-11-30T23:59:59").before()).isNull();
  }

  private ManagerReview annas(String generatedAt) {
    return (ManagerReview)
        reports.select(
            ReportRequest.of(ReportKind.MANAGER, "main", FRIDAY, history.instant(generatedAt))
                .with(ReportFilter.NONE.ofManager("Anna")));
  }

  @Test
  void managers_to_review_are_those_with_activity() {
    history.answered("2026-11-20T11:00", "+375291110002", History.SALES, History.BORIS);
    history.reached("2026-11-21T11:00", History.VERA, "+375291110002");
    history.refreshed();

    assertThat(
            reports.managers(
                ReportRequest.of(
                    ReportKind.MANAGER, "main", FRIDAY, history.instant("2026-12-01T08:00"))))
        .containsExactly("Boris", "Vera");
  }
}
