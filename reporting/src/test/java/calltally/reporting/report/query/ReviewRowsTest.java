package calltally.reporting.report.query;

import static calltally.reporting.report.query.RowText.joined;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.ComparedRate;
import calltally.reporting.report.ManagerReview;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Compares the drawings of a manager's review with the views, row by row. */
final class ReviewRowsTest {

  private static final BusyWeekReports BUSY = new BusyWeekReports();

  @AfterAll
  static void drop() {
    BUSY.close();
  }

  @Test
  void weeks_and_hours_of_a_review() {
    ManagerReview review = BUSY.review();

    assertThat(review.weeks())
        .filteredOn(week -> week.attempts().attempts() > 0)
        .extracting(
            week -> week.from() + " " + calls(week.answerRate()) + " " + rings(week.attempts()))
        .containsExactlyElementsOf(
            BUSY.rows(
                """
                select date_trunc('week', local_date)::date, sum(picked_up_calls), sum(answerable_calls),
                    sum(attempts), sum(answered), sum(no_answer), sum(busy), sum(busy_in_call),
                    sum(unavailable), sum(taken_by_another), sum(caller_gave_up), sum(other), sum(untold)
                from analytics.daily_manager where manager = 'Anna' group by 1 order by 1
                """));
    assertThat(review.hours())
        .filteredOn(hour -> hour.attempts().attempts() > 0)
        .extracting(
            hour -> hour.hour() + " " + calls(hour.answerRate()) + " " + rings(hour.attempts()))
        .containsExactlyElementsOf(
            BUSY.rows(
                """
                select local_hour, count(distinct pbx_id) filter (where attempt.outcome = 'answered'),
                    count(distinct pbx_id) filter (
                        where attempt.outcome in ('answered', 'no_answer')
                            or attempt.outcome = 'busy' and not attempt.busy_in_call),
                    count(*), %s, count(*) filter (where attempt.outcome in ('other', 'unknown', 'ringing')),
                    count(*) filter (where attempt.outcome = 'unknown')
                from analytics.attempt join analytics.call using (source, pbx_id)
                where attempt.manager = 'Anna' group by local_hour order by local_hour
                """
                    .formatted(
                        Stream.of(
                                "answered",
                                "no_answer",
                                "busy",
                                "unavailable",
                                "taken_by_another",
                                "caller_gave_up")
                            .map("count(*) filter (where attempt.outcome = '%s')"::formatted)
                            .collect(Collectors.joining(", "))
                            .replace(
                                "'busy')",
                                "'busy'), count(*) filter (where attempt.busy_in_call)"))));
  }

  private static String calls(ComparedRate answerRate) {
    return joined(answerRate.rate().part(), answerRate.rate().whole());
  }

  private static String rings(AttemptCounts rings) {
    return joined(
        rings.attempts(),
        rings.answered(),
        rings.noAnswer(),
        rings.busy(),
        rings.busyInCall(),
        rings.unavailable(),
        rings.takenByAnother(),
        rings.callerGaveUp(),
        rings.other(),
        rings.untold());
  }

  @Test
  void ring_times_of_a_review() {
    assertThat(BUSY.review().ringTimes())
        .filteredOn(time -> time.rings() > 0)
        .extracting(time -> time.from().toSeconds() + " " + time.rings())
        .containsExactlyElementsOf(
            BUSY.rows(
                """
                select (array[0, 3, 6, 9, 12, 15, 20, 30])[width_bucket(ring_seconds, array[0, 3, 6, 9, 12, 15, 20, 30]::numeric[])], count(*)
                from analytics.attempt where manager = 'Anna' and outcome = 'answered' group by 1 order by 1
                """));
  }
}
