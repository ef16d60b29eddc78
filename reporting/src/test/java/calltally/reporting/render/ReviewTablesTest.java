package calltally.reporting.render;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.ComparedRate;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.Managers;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.Rate;
import calltally.reporting.report.RingTimeBin;
import calltally.reporting.report.TeamMedians;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of a manager's review say nothing that repeats itself or has no meaning. */
final class ReviewTablesTest {

  private static final AttemptCounts NEVER_IN_COMMON =
      new AttemptCounts(30, 24, 6, 0, 0, 0, 0, 0, 0, 0);

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru"})
  void a_manager_alone_is_compared_with_nobody(String language) {
    ManagerReview review = SampleReports.review();
    ManagerReview alone = with(review, review.own(), TeamMedians.of(List.of(review.own())));

    try (Pdf pdf = Pdf.of(alone, language, "alone")) {
      assertThat(pdf.text())
          .contains(language.equals("en") ? "Figures of the period" : "Показатели за период")
          .doesNotContain("Compared with the team", "median of", "The median of all managers")
          .doesNotContain("в сравнении с командой", "Медиана по всем", "Вывод");
    }
  }

  @Test
  void a_letter_names_no_median_of_a_manager_alone() {
    ManagerReview review = SampleReports.review();
    ManagerReview alone = with(review, review.own(), TeamMedians.of(List.of(review.own())));

    assertThat(ReviewRow.of(alone, SampleDay.english()))
        .allSatisfy(row -> assertThat(row.tile(SampleDay.english()).detail()).isEmpty());
  }

  @Test
  void the_previous_period_has_a_column_only_with_figures() {
    ManagerReview review = SampleReports.review();
    ManagerReview after =
        new ManagerReview(
            review.head(),
            review.own(),
            review.own(),
            review.team(),
            review.weeks(),
            review.ringTimes(),
            review.hours(),
            review.missedCalls());

    try (Pdf first = Pdf.of(review, "en", "first");
        Pdf second = Pdf.of(after, "en", "second")) {
      assertThat(first.text()).doesNotContain("Previous");
      assertThat(second.text()).contains("Previous");
    }
  }

  @Test
  void who_never_rang_in_common_has_no_pick_up_share() {
    ManagerReview review = SampleReports.review();
    ManagerActivity apart = SampleRows.manager("Anna Sokolova", NEVER_IN_COMMON, 5, 100);

    assertThat(figures(review)).contains("Pick-up share of rings that somebody took");
    assertThat(figures(with(review, apart, review.team())))
        .doesNotContain("Pick-up share of rings that somebody took");
  }

  private static List<String> figures(ManagerReview review) {
    return ReviewRow.of(review, SampleDay.english()).stream().map(ReviewRow::figure).toList();
  }

  @Test
  void colleagues_who_were_rung_are_named_without_the_manager() {
    ManagerReview review = SampleReports.review();
    MissedCall call = review.missedCalls().get(1);
    MissedCall rungLast =
        new MissedCall(
            call.date(),
            call.missedAt(),
            call.customer(),
            call.line(),
            call.waited(),
            call.reason(),
            List.of("Anna Sokolova", "Vera Lis"),
            call.state(),
            call.toCallback(),
            call.toContact(),
            call.cameBackOn(),
            call.calledBackBy(),
            call.listen());

    assertThat(MissedRow.of(List.of(rungLast), review.head(), SampleDay.english()))
        .extracting(MissedRow::rung)
        .containsExactly("Vera\u00A0Lis");
    try (Pdf pdf = Pdf.of(review, "en", "colleagues")) {
      assertThat(pdf.text()).contains("Who else").doesNotContain("Who was");
    }
  }

  /** Answered rings, calls picked up and ring times are three counts; each difference is named. */
  @Test
  void counts_of_answered_rings_that_differ_are_explained() {
    ManagerReview review = SampleReports.review();
    AttemptCounts rings = new AttemptCounts(50, 44, 6, 0, 0, 0, 0, 0, 0, 0);
    ManagerReview counted = timed(review, with(review.own(), rings, new Rate(40, 46)), 42);

    try (Pdf pdf = Pdf.of(counted, "en", "counts")) {
      assertThat(pdf.text())
          .contains("44 rings were answered in 40 calls picked up")
          .contains("Of 2 answered rings the start was not received");
    }
  }

  /** Callers whom other phones were left ringing for may still wait. */
  @Test
  void a_letter_says_nobody_waits_only_of_the_calls_that_this_manager_let_ring() {
    ManagerReview review = SampleReports.review();
    ManagerReview reached =
        new ManagerReview(
            review.head(),
            review.own(),
            review.before(),
            review.team(),
            review.weeks(),
            review.ringTimes(),
            review.hours(),
            review.missedCalls().stream()
                .filter(call -> call.state() == CallbackState.RETURNED)
                .toList());

    assertThat(reached.missedCalls()).isNotEmpty();
    assertThat(ReportSummary.of(reached, "", SampleDay.english()).noCallers())
        .isEqualTo(
            "Nobody is waiting: everybody with a known number whom this manager let ring was"
                + " reached.");
  }

  private static ManagerActivity with(ManagerActivity own, AttemptCounts rings, Rate calls) {
    return new ManagerActivity(
        own.manager(),
        own.department(),
        rings,
        new ComparedRate(calls, 0.75, 0.94, ComparedRate.TeamComparison.WITHIN),
        own.medianRing(),
        own.talk(),
        own.transfers(),
        own.callsAnswered(),
        own.outgoing(),
        own.connected(),
        own.callbacks(),
        own.callbackTries(),
        own.missedCalls(),
        own.trend());
  }

  private static ManagerReview timed(ManagerReview review, ManagerActivity own, int rings) {
    return new ManagerReview(
        review.head(),
        own,
        review.before(),
        review.team(),
        review.weeks(),
        List.of(new RingTimeBin(Duration.ZERO, null, rings)),
        review.hours(),
        review.missedCalls());
  }

  @ParameterizedTest
  @CsvSource({"Line 5, on Line 5", "Support, on line Support"})
  void a_line_that_says_what_it_is_is_not_called_a_line_twice(String line, String said) {
    ManagerReview review = SampleReports.review();
    MissedCall call = review.missedCalls().get(1);
    MissedCall cameBack =
        new MissedCall(
            call.date(),
            call.missedAt(),
            call.customer(),
            call.line(),
            call.waited(),
            call.reason(),
            call.rung(),
            call.state(),
            null,
            call.toContact(),
            new DialledLine("+375290000002", line, null),
            null,
            null);

    assertThat(MissedRow.of(List.of(cameBack), review.head(), SampleDay.english()))
        .extracting(row -> row.by().replace('\u00A0', ' '))
        .containsExactly(said);
  }

  private static ManagerReview with(ManagerReview review, ManagerActivity own, TeamMedians team) {
    return new ManagerReview(
        review.head(),
        own,
        review.before(),
        team,
        review.weeks(),
        review.ringTimes(),
        review.hours(),
        review.missedCalls());
  }

  @Test
  void managers_are_in_the_order_of_the_calls_that_their_table_counts() {
    SampleDay day = new SampleDay();
    AttemptCounts manyRings = new AttemptCounts(90, 20, 0, 70, 70, 0, 0, 0, 0, 0);
    AttemptCounts manyCalls = new AttemptCounts(40, 40, 0, 0, 0, 0, 0, 0, 0, 0);
    day.managers =
        Managers.of(
            List.of(
                SampleRows.manager("Rings", manyRings, 5, 100),
                SampleRows.manager("Zoe", manyCalls, 5, 100),
                SampleRows.manager("Adam", manyCalls, 5, 100)),
            null);

    List<ManagerRow> rows = ManagerRow.of(day.managers, SampleDay.FRIDAY, SampleDay.english());

    assertThat(rows).extracting(ManagerRow::name).containsExactly("Adam", "Zoe", "Rings", "Total");
    assertThat(rows).noneMatch(ManagerRow::showsInterval).allMatch(ManagerRow::showsSaid);
    try (Pdf pdf = Pdf.of(day, "en", "certain")) {
      assertThat(pdf.text()).doesNotContain("interval\n", "fewer than 20: grey");
    }
  }

  @Test
  void a_manager_with_few_calls_has_an_interval_under_a_heading() {
    List<ManagerRow> rows =
        ManagerRow.of(new SampleDay().managers, SampleDay.FRIDAY, SampleDay.english());

    assertThat(rows).allMatch(ManagerRow::showsInterval);
  }
}
