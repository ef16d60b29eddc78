package calltally.reporting.report.query;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.Comparison;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.HourAttempts;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.ManagerWeek;
import calltally.reporting.report.Managers;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.RingTimeBin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Compares figures of reports with the views of schema analytics, which sum them differently. */
final class ReportFiguresTest {

  private static final History HISTORY = BusyWeek.history();
  private static final LocalDate FRIDAY = LocalDate.parse("2026-11-20");
  private static final String WEEK = "local_date >= '2026-11-16' and local_date < '2026-11-23'";

  @AfterAll
  static void drop() {
    HISTORY.close();
  }

  @Test
  void calls_of_a_week_its_lines_days_and_hours_are_those_of_the_daily_sums() {
    CallReport week = (CallReport) report(ReportKind.WEEKLY, ReportFilter.NONE);

    assertThat(counts(week.totals().calls()) + " " + week.totals().outgoing())
        .isEqualTo(sums("sum(outgoing)", "analytics.daily_line", WEEK));
    assertThat(
            week.lines().stream()
                .map(line -> line.line().number() + " " + counts(line.calls()))
                .sorted())
        .containsExactlyElementsOf(
            rows(
                """
                select line, sum(incoming), sum(answered), sum(missed), sum(unfinished), sum(short_missed),
                    sum(answered_in_time), sum(missed_outside_hours), sum(wait_answered_count + wait_missed_count)
                from analytics.daily_line where %s and incoming > 0 group by line order by line
                """
                    .formatted(WEEK)));
    assertThat(
            week.trend().days().stream()
                .filter(day -> day.calls().incoming() > 0)
                .map(day -> day.date() + " " + counts(day.calls())))
        .containsExactlyElementsOf(
            rows(
                """
                select local_date, sum(incoming), sum(answered), sum(missed), sum(unfinished), sum(short_missed),
                    sum(answered_in_time), sum(missed_outside_hours), sum(wait_answered_count + wait_missed_count)
                from analytics.daily_line where %s group by local_date order by local_date
                """
                    .formatted(WEEK)));
    assertThat(week.trend().weekdayHours().stream().mapToInt(cell -> cell.calls().incoming()).sum())
        .isEqualTo(week.totals().calls().incoming());
    assertThat(week.totals().reasons().total()).isEqualTo(week.totals().calls().missed());
  }

  @Test
  void hours_of_a_day_are_those_of_the_hourly_sums() {
    CallReport day =
        (CallReport) report(ReportKind.DAILY, new ReportFilter(History.SALES, null, null));

    assertThat(
            day.trend().hours().stream()
                .filter(hour -> hour.calls().incoming() > 0)
                .map(hour -> hour.time().getHour() + " " + counts(hour.calls())))
        .containsExactlyElementsOf(
            rows(
                """
                select extract(hour from hour_start at time zone 'Europe/Minsk'), incoming, answered, missed, unfinished,
                    short_missed, answered_in_time, missed_outside_hours, wait_answered_count + wait_missed_count
                from analytics.hourly_line
                where line = '%s' and incoming > 0 and (hour_start at time zone 'Europe/Minsk')::date = '%s'
                order by hour_start
                """
                    .formatted(History.SALES, FRIDAY)));
  }

  @Test
  void each_date_of_a_daily_report_of_several_says_what_its_own_report_says() {
    DateRange dates = new DateRange(FRIDAY.minusDays(1), FRIDAY.plusDays(3));
    CallReport several =
        (CallReport)
            select(
                new ReportRequest(
                    ReportKind.DAILY, "main", dates, ReportFilter.NONE, generatedAt()));

    assertThat(several.dates()).hasSize(4);
    for (CallReport date : several.dates()) {
      CallReport own =
          (CallReport)
              select(
                  ReportRequest.of(
                      ReportKind.DAILY, "main", date.head().period().from(), generatedAt()));
      assertThat(date).usingRecursiveComparison().ignoringFields("head.reported").isEqualTo(own);
    }
    assertThat(
            several.dates().stream()
                .map(date -> date.totals().calls())
                .reduce(CallCounts.NONE, CallCounts::plus))
        .isEqualTo(several.totals().calls());
    assertThat(several.callbacks().ofPeriod()).hasSize(several.totals().missedCallers().waiting());
  }

  @Test
  void departments_of_a_week_are_those_of_the_daily_sums() {
    CallReport week = (CallReport) report(ReportKind.WEEKLY, ReportFilter.NONE);

    assertThat(week.departments()).hasSizeGreaterThan(1);
    assertThat(
            week.departments().stream()
                .map(row -> row.department() + " " + counts(row.calls()))
                .sorted())
        .containsExactlyElementsOf(
            rows(
                """
                select department, sum(incoming), sum(answered), sum(missed), sum(unfinished), sum(short_missed),
                    sum(answered_in_time), sum(missed_outside_hours), sum(wait_answered_count + wait_missed_count)
                from analytics.daily_line where %s and incoming > 0 group by department order by department
                """
                    .formatted(WEEK)));
  }

  @Test
  void a_comparison_is_of_the_sums_of_the_other_dates() {
    Comparison usual = comparison(ReportKind.DAILY);
    Comparison before = comparison(ReportKind.WEEKLY);

    assertThat(figures(usual)).isEqualTo(compared("local_date = '%s'".formatted(FRIDAY)));
    assertThat(figures(before)).isEqualTo(compared(WEEK));
    assertThat(usual.basis()).isEqualTo(Comparison.Basis.WEEK_BEFORE);
    assertThat(before.basis()).isEqualTo(Comparison.Basis.PREVIOUS_WEEK);
  }

  /** The comparison in the week after the history, once it is over. */
  private static Comparison comparison(ReportKind kind) {
    CallReport report =
        (CallReport)
            select(
                ReportRequest.of(
                    kind, "main", FRIDAY.plusWeeks(1), HISTORY.instant("2026-11-30T08:00")));
    return Objects.requireNonNull(report.comparison());
  }

  private static String figures(Comparison compared) {
    return compared.incoming()
        + " "
        + joined(
            compared.answerRate().part(),
            compared.answerRate().whole(),
            compared.serviceLevel().part(),
            compared.serviceLevel().whole());
  }

  private static String compared(String where) {
    return rows("""
            select sum(incoming)::double precision, sum(answered), sum(answered + missed), sum(answered_in_time),
                sum(wait_answered_count + wait_missed_count - short_missed)
            from analytics.daily_line where %s
            """
            .formatted(where))
        .get(0);
  }

  @Test
  void managers_of_a_week_and_their_total_are_those_of_the_daily_sums() {
    Managers managers = ((CallReport) report(ReportKind.WEEKLY, ReportFilter.NONE)).managers();
    String sums =
        """
        sum(attempts), sum(answered), sum(no_answer), sum(busy), sum(busy_in_call),
            sum(unavailable), sum(taken_by_another), sum(caller_gave_up), sum(other), sum(untold),
            sum(calls_answered), sum(transfers_in), sum(transfers_out), sum(outgoing), sum(connected),
            sum(callbacks), sum(callback_tries), sum(missed_calls),
            round(sum(talk_sum) * 1000)""";

    assertThat(
            managers.managers().stream()
                .map(m -> String.join(" ", m.manager(), calls(m), counts(m)))
                .sorted())
        .containsExactlyElementsOf(
            rows(
                "select manager, sum(answerable_calls), sum(picked_up_calls), %s from analytics.daily_manager where %s group by manager order by manager"
                    .formatted(sums, WEEK)));
    assertThat(counts(managers.total()))
        .isEqualTo(
            rows("select %s from analytics.daily_manager where %s".formatted(sums, WEEK)).get(0));
    assertThat(calls(managers.total()))
        .isEqualTo(
            rows("""
                    select sum(answerable), sum(picked_up)
                    from (
                        select sum(answerable_calls) as answerable, sum(picked_up_calls) as picked_up
                        from analytics.daily_manager where %s group by manager
                        having sum(untold) < 3 or sum(untold) * 20 <= sum(attempts)
                    ) as known
                    """
                    .formatted(WEEK))
                .get(0));
    assertThat(managers.managers())
        .allSatisfy(
            manager ->
                assertThat(
                        rows(
                            """
                            select round(percentile_cont(0.5) within group (order by ring_seconds)::numeric * 1000)
                            from analytics.attempt where outcome = 'answered' and manager = '%s'
                            """
                                .formatted(manager.manager())))
                    .containsExactly(
                        manager.medianRing() == null
                            ? "-"
                            : String.valueOf(manager.medianRing().toMillis())));
  }

  @Test
  void missed_calls_their_callers_and_who_waits_are_as_judged_by_the_view() {
    MissedCallReport missed =
        (MissedCallReport)
            select(
                new ReportRequest(
                    ReportKind.MISSED,
                    "main",
                    ReportKind.WEEKLY.length().containing(FRIDAY),
                    ReportFilter.NONE,
                    generatedAt()));

    assertThat(
            missed.calls().stream()
                .collect(Collectors.groupingBy(call -> call.state().text(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(state -> state.getKey() + " " + state.getValue())
                .sorted())
        .containsExactlyElementsOf(
            rows(
                "select state, count(*) from analytics.missed_call_at('%s') group by state order by state"
                    .formatted(generatedAt())));
    CallReport week = (CallReport) report(ReportKind.WEEKLY, ReportFilter.NONE);
    assertThat(week.totals().missedCallers().waiting())
        .isEqualTo(week.callbacks().ofPeriod().size());
    assertThat(week.totals().missedCallers()).isEqualTo(missed.totals().missedCallers());
  }

  @Test
  void a_review_adds_up_to_its_manager() {
    ManagerReview review =
        (ManagerReview) report(ReportKind.MANAGER, ReportFilter.NONE.ofManager("Anna"));

    assertThat(Stream.of(review.own().attempts()))
        .containsExactly(
            review.weeks().stream()
                .map(ManagerWeek::attempts)
                .reduce(AttemptCounts.NONE, AttemptCounts::plus))
        .containsExactly(
            review.hours().stream()
                .map(HourAttempts::attempts)
                .reduce(AttemptCounts.NONE, AttemptCounts::plus));
    assertThat(review.ringTimes().stream().mapToInt(RingTimeBin::rings).sum())
        .isEqualTo(review.own().attempts().answered());
    assertThat(review.missedCalls()).hasSize(review.own().missedCalls());
  }

  private static String counts(CallCounts calls) {
    return joined(
        calls.incoming(),
        calls.answered(),
        calls.missed(),
        calls.unfinished(),
        calls.shortMissed(),
        calls.answeredInTime(),
        calls.missedOutsideHours(),
        calls.waitsKnown());
  }

  private static String calls(ManagerActivity manager) {
    return joined(manager.answerRate().rate().whole(), manager.answerRate().rate().part());
  }

  private static String counts(ManagerActivity manager) {
    AttemptCounts rings = manager.attempts();
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
        rings.untold(),
        manager.callsAnswered(),
        manager.transfers().in(),
        manager.transfers().out(),
        manager.outgoing(),
        manager.connected().part(),
        manager.callbacks(),
        manager.callbackTries(),
        manager.missedCalls(),
        manager.talk().toMillis());
  }

  private static String joined(long... values) {
    return java.util.Arrays.stream(values)
        .mapToObj(value -> String.format(Locale.ROOT, "%d", value))
        .collect(Collectors.joining(" "));
  }

  private static String sums(String more, String view, String where) {
    return rows("""
            select sum(incoming), sum(answered), sum(missed), sum(unfinished), sum(short_missed), sum(answered_in_time),
                sum(missed_outside_hours), sum(wait_answered_count + wait_missed_count), %s from %s where %s
            """
            .formatted(more, view, where))
        .get(0);
  }

  private static List<String> rows(String query) {
    return HISTORY
        .sql()
        .fetch(query)
        .map(
            row ->
                Stream.of(row.intoArray())
                    .map(value -> value == null ? "-" : value.toString())
                    .collect(Collectors.joining(" ")));
  }

  private static Instant generatedAt() {
    return HISTORY.instant("2026-11-23T08:00");
  }

  private static Report report(ReportKind kind, ReportFilter filter) {
    return select(ReportRequest.of(kind, "main", FRIDAY, generatedAt()).with(filter));
  }

  private static Report select(ReportRequest request) {
    return new Reports(HISTORY.pool()).select(request);
  }
}
