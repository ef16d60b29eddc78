package calltally.reporting.report.query;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.ComparedRate;
import calltally.reporting.report.DataQuality;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.MissedReasons;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.TeamMedians;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Compares the tables and drawings of reports with the views, row by row. */
final class ReportRowsTest {

  private static final History HISTORY = BusyWeek.history();
  private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");
  private static final Instant GENERATED = HISTORY.instant("2026-11-23T08:00");
  private static final String WEEK = "local_date >= '2026-11-16' and local_date < '2026-11-23'";
  private static final CallReport WEEKLY =
      (CallReport) report(ReportKind.WEEKLY, ReportFilter.NONE);
  private static final String JUDGED =
      "analytics.missed_call_at('%s') missed join analytics.call using (source, pbx_id)"
          .formatted(GENERATED);

  @AfterAll
  static void drop() {
    HISTORY.close();
  }

  @Test
  void reasons_of_a_week_and_of_its_lines() {
    String sums =
        """
        sum(missed_caller_gave_up), sum(missed_no_answer), sum(missed_busy), sum(missed_unavailable),
            sum(missed_not_offered), sum(missed_unknown)""";

    assertThat(reasons(WEEKLY.totals().reasons()))
        .isEqualTo(
            rows("select %s from analytics.daily_line where %s".formatted(sums, WEEK)).get(0));
    assertThat(WEEKLY.lines())
        .extracting(line -> line.line().number() + " " + reasons(line.reasons()))
        .containsExactlyInAnyOrderElementsOf(
            rows(
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
            rows("select sum(outgoing), sum(connected) from analytics.daily_line where %s"
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
            rows(
                """
                select extract(isodow from hour_start at time zone 'Europe/Minsk'),
                    extract(hour from hour_start at time zone 'Europe/Minsk'),
                    sum(incoming), sum(answered), sum(missed)
                from analytics.hourly_line where incoming > 0 group by 1, 2
                """));
  }

  @Test
  void every_missed_call_with_its_call_back_state() {
    MissedCallReport report = (MissedCallReport) report(ReportKind.MISSED, ReportFilter.NONE);

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
            rows(
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
            HISTORY
                .sql()
                .fetch(
                    "select state, count(*)::integer as callers from (%s) last group by state"
                        .formatted(lastOfEachCaller()))
                .intoMap(row -> row.get(0, String.class), row -> row.get(1, Integer.class)));
    assertThat(joined(callers.callers(), callers.withheldCalls()))
        .isEqualTo(
            rows("select count(distinct customer), count(*) filter (where customer is null) from analytics.missed_call_at('%s')"
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
            rows(
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
            rows(
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
                .map(ReportRowsTest::rounded))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            rows(
                "select round(answer_rate, 4) from analytics.daily_manager where answerable_calls >= 5 and answer_rate is not null"));
  }

  @Test
  void weeks_and_hours_of_a_review() {
    ManagerReview review = review();

    assertThat(review.weeks())
        .filteredOn(week -> week.attempts().attempts() > 0)
        .extracting(
            week -> week.from() + " " + calls(week.answerRate()) + " " + rings(week.attempts()))
        .containsExactlyElementsOf(
            rows(
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
            rows(
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
    assertThat(review().ringTimes())
        .filteredOn(time -> time.rings() > 0)
        .extracting(time -> time.from().toSeconds() + " " + time.rings())
        .containsExactlyElementsOf(
            rows(
                """
                select (array[0, 3, 6, 9, 12, 15, 20, 30])[width_bucket(ring_seconds, array[0, 3, 6, 9, 12, 15, 20, 30]::numeric[])], count(*)
                from analytics.attempt where manager = 'Anna' and outcome = 'answered' group by 1 order by 1
                """));
  }

  @Test
  void medians_of_the_team_and_the_missed_calls_of_a_review() {
    ManagerReview review = review();
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
            rows("""
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
            rows(
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
            rows("""
                    select sum(notifications), sum(duplicates), sum(rejected), sum(late), sum(calls), sum(calls_complete),
                        sum(internal) from analytics.data_quality where %s
                    """
                    .formatted(WEEK))
                .get(0));
  }

  private static ManagerReview review() {
    return (ManagerReview) report(ReportKind.MANAGER, ReportFilter.NONE.ofManager("Anna"));
  }

  private static Report report(ReportKind kind, ReportFilter filter) {
    DateRange dates =
        kind == ReportKind.MISSED
            ? ReportKind.WEEKLY.length().containing(FRIDAY)
            : kind.length().containing(FRIDAY);
    return new Reports(HISTORY.pool())
        .select(new ReportRequest(kind, "main", dates, filter, GENERATED));
  }

  private static @Nullable Long seconds(@Nullable Duration duration) {
    return duration == null ? null : duration.toSeconds();
  }

  /** As PostgreSQL prints a number of four decimals. */
  private static @Nullable String rounded(@Nullable Double value) {
    return value == null ? null : String.format(java.util.Locale.ROOT, "%.4f", value);
  }

  private static String joined(@Nullable Object... values) {
    return joined(Arrays.stream(values));
  }

  private static String joined(Stream<? extends @Nullable Object> values) {
    return values
        .map(value -> value == null ? "-" : value.toString())
        .collect(Collectors.joining(" "));
  }

  private static List<String> rows(String query) {
    return HISTORY.sql().fetch(query).map(row -> joined(row.intoArray()));
  }
}
