package calltally.reporting.report.query;

import static calltally.reporting.report.query.BusyWeekReports.JUDGED;
import static calltally.reporting.report.query.RowText.joined;
import static calltally.reporting.report.query.RowText.rounded;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.TeamMedians;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Compares the managers' figures and the team's medians with the views, row by row. */
final class ManagerRowsTest {

  private static final BusyWeekReports BUSY = new BusyWeekReports();
  private static final CallReport WEEKLY = BUSY.weekly();
  private static final String WEEK = "local_date >= '2026-11-16' and local_date < '2026-11-23'";

  @AfterAll
  static void drop() {
    BUSY.close();
  }

  @Test
  void intervals_and_courses_of_managers() {
    List<ManagerActivity> managers = WEEKLY.managers().managers();

    assertThat(managers)
        .extracting(
            manager ->
                joined(
                    manager.manager(),
                    rounded(manager.answerRate().from()),
                    rounded(manager.answerRate().to())))
        .containsExactlyInAnyOrderElementsOf(
            BUSY.rows(
                """
                select manager, %s, %s from analytics.daily_manager where %s group by manager
                """
                    .formatted(
                        ifKnown(
                            "round(analytics.wilson_low(sum(picked_up_calls), sum(answerable_calls)), 4)"),
                        ifKnown(
                            "round(analytics.wilson_high(sum(picked_up_calls), sum(answerable_calls)), 4)"),
                        WEEK)));
    assertThat(
            managers.stream()
                .flatMap(manager -> manager.trend().stream().filter(Objects::nonNull))
                .map(RowText::rounded))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            BUSY.rows(
                "select round(answer_rate, 4) from analytics.daily_manager where answerable_calls >= 5 and answer_rate is not null"));
  }

  @Test
  void medians_of_the_team_and_the_missed_calls_of_a_review() {
    ManagerReview review = BUSY.review();
    TeamMedians team = review.team();

    assertThat(
            joined(
                team.managers(),
                rounded(team.attempts()),
                rounded(team.answerableCalls()),
                rounded(team.answerRate()),
                rounded(team.pickupShare()),
                rounded(team.transfersIn()),
                rounded(team.transfersOut()),
                rounded(team.missedCalls()),
                rounded(team.outgoing()),
                rounded(team.connectRate()),
                rounded(team.callbacks()),
                rounded(team.callbackTries())))
        .isEqualTo(
            BUSY.rows(
                    """
                    select count(*), %s
                    from (
                        select sum(attempts) as attempts, sum(missed_calls) as missed_calls, sum(outgoing) as outgoing,
                            %s as answer_rate,
                            %s as answerable_calls,
                            sum(answered)::numeric / nullif(sum(answered + taken_by_another), 0) as pickup_share,
                            sum(transfers_in) as transfers_in, sum(transfers_out) as transfers_out,
                            sum(connected)::numeric / nullif(sum(outgoing), 0) as connect_rate,
                            sum(callbacks) as callbacks, sum(callback_tries) as callback_tries
                        from analytics.daily_manager group by manager
                    ) manager
                    """
                        .formatted(
                            medians(),
                            ifKnown("sum(picked_up_calls)::numeric / sum(answerable_calls)"),
                            ifKnown("sum(answerable_calls)")))
                .get(0));
    assertThat(review.missedCalls())
        .extracting(call -> String.valueOf(call.missedAt().getEpochSecond()))
        .containsExactlyInAnyOrderElementsOf(
            BUSY.rows(
                """
                select extract(epoch from missed.missed_at)::bigint from %s
                where exists (
                    select from analytics.attempt
                    where attempt.pbx_id = missed.pbx_id and attempt.manager = 'Anna' and attempt.outcome = 'no_answer')
                """
                    .formatted(JUDGED)));
  }

  private static String medians() {
    return Stream.of(
            "attempts",
            "answerable_calls",
            "answer_rate",
            "pickup_share",
            "transfers_in",
            "transfers_out",
            "missed_calls",
            "outgoing",
            "connect_rate",
            "callbacks",
            "callback_tries")
        .map("round(percentile_cont(0.5) within group (order by %s)::numeric, 4)"::formatted)
        .collect(Collectors.joining(", "));
  }

  /** A figure of a manager, null where the ends of too many rings are not reported. */
  private static String ifKnown(String figure) {
    return "case when sum(untold) < 3 or sum(untold) * 20 <= sum(attempts) then %s end"
        .formatted(figure);
  }
}
