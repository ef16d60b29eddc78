package calltally.reporting.analytics;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.analytics.Cookbook;
import calltally.sql.analytics.CookbookQuestion;
import calltally.sql.jooq.calls.tables.records.CallRecord;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The questions of sql/cookbook, asked by an analyst about a company's two months; some answers are
 * checked against the calls.
 */
final class CookbookTest {

  private static final Cookbook COOKBOOK = Cookbook.open();
  private static final Predicate<CallRecord> INCOMING = is("incoming");
  private static final Predicate<CallRecord> ANSWERED =
      call -> call.getOutcome().equals("answered");
  private static final Predicate<CallRecord> MISSED = call -> call.getOutcome().equals("missed");

  private final GeneratedCompany company = GeneratedCompany.shared();

  static List<CookbookQuestion> questions() {
    return COOKBOOK.questions();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void every_question_has_an_answer(CookbookQuestion question) {
    assertThat(company.answer(question.text())).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("questions")
  void an_answer_is_the_same_whatever_the_session_s_time_zone(CookbookQuestion question) {
    assertThat(
            Stream.of("Europe/Minsk", "America/Los_Angeles", "Asia/Kolkata")
                .map(zone -> company.answer(question.text(), zone))
                .map(answer -> answer.stream().map(CookbookTest::instants).toList())
                .distinct())
        .hasSize(1);
  }

  /** The values of a row, times as instants. */
  private static List<String> instants(Record row) {
    return Stream.of(row.intoArray())
        .map(
            value ->
                value instanceof OffsetDateTime time
                    ? time.toInstant().toString()
                    : String.valueOf(value))
        .toList();
  }

  @Test
  void the_cookbook_has_many_questions() {
    assertThat(COOKBOOK.questions()).hasSizeGreaterThanOrEqualTo(30);
  }

  @Test
  void a_customer_with_three_calls_on_a_day_is_listed_and_one_with_two_is_not() {
    Map<String, Long> calls =
        company.callsOfDays(28).stream()
            .filter(INCOMING.and(call -> call.getCustomer() != null))
            .collect(
                groupingBy(call -> call.getLocalDate() + " " + call.getCustomer(), counting()));

    assertThat(calls.values()).contains(2L, 3L);
    assertThat(answer("callers-who-tried-three-times"))
        .allSatisfy(
            row ->
                assertThat(row.get("calls", Long.class))
                    .isEqualTo(calls.get(row.get("local_date") + " " + row.get("customer"))))
        .hasSize((int) calls.values().stream().filter(count -> count >= 3).count());
  }

  @Test
  void a_call_answered_in_the_last_second_counts_as_answered_in_time() {
    List<CallRecord> calls =
        company.callsOfDays(28).stream().filter(INCOMING.and(ANSWERED.or(MISSED))).toList();

    assertThat(answer("answered-within"))
        .hasSize(5)
        .allSatisfy(
            row -> {
              BigDecimal limit = row.get("seconds", BigDecimal.class);
              long answered =
                  calls.stream().filter(ANSWERED.and(call -> waited(call, limit))).count();
              assertThat(row.get("answered", Long.class)).isEqualTo(answered);
              assertThat(row.get("share", Double.class))
                  .isEqualTo(Math.round(answered * 1e4 / calls.size()) / 1e4);
              assertThat(row.get("gone_by_then", Long.class))
                  .isEqualTo(
                      calls.stream().filter(MISSED.and(call -> waited(call, limit))).count());
            });
  }

  @Test
  void the_most_simultaneous_calls_are_those_in_progress_as_one_starts() {
    Map<LocalDate, List<CallRecord>> days =
        company.callsOfDays(14).stream()
            .filter(call -> call.getEndedAt() != null)
            .collect(groupingBy(CallRecord::getLocalDate));

    Result<Record> peaks = answer("calls-at-the-same-time");
    assertThat(peaks).hasSize(14);
    assertThat(peaks.getValues("most_at_once", Long.class)).contains(1L, 2L);
    assertThat(peaks)
        .allSatisfy(
            row -> {
              List<CallRecord> day =
                  days.getOrDefault(row.get("local_date", LocalDate.class), List.of());
              assertThat(row.get("most_at_once", Long.class))
                  .isEqualTo(
                      day.stream()
                          .mapToLong(call -> lastingAt(call.getStartedAt(), day))
                          .max()
                          .orElseThrow());
            });
  }

  @Test
  void quarter_hours_follow_the_zone_of_the_source() {
    Map<String, Long> calls =
        company.callsOfDays(56).stream()
            .filter(INCOMING)
            .collect(groupingBy(CookbookTest::quarter, counting()));

    assertThat(answer("busiest-quarter-hours"))
        .hasSize(20)
        .allSatisfy(
            row ->
                assertThat(row.get("calls", Long.class)).isEqualTo(calls.get(row.get("quarter"))));
  }

  @Test
  void callers_who_gave_up_are_grouped_by_seconds_waited() {
    Map<Long, Long> callers =
        company.callsOfDays(56).stream()
            .filter(call -> "caller_gave_up".equals(call.getMissedReason()))
            .collect(
                groupingBy(
                    call -> call.getWaitSeconds().longValue() / 5 * 5, TreeMap::new, counting()));

    Result<Record> bins = answer("how-patient-are-callers");
    assertThat(bins.intoMap(row -> row.get("waited_from", Long.class), CookbookTest::callers))
        .isEqualTo(callers);
    assertThat(bins.get(bins.size() - 1).get("gone_by_then", Double.class)).isEqualTo(1);
  }

  @Test
  void a_manager_was_free_when_fewer_talked_than_worked_that_day() {
    List<CallRecord> calls = company.callsOfDays(14);
    Map<Short, Long> free =
        calls.stream()
            .filter(INCOMING.and(MISSED))
            .filter(missed -> talking(missed, calls) < active(missed, calls))
            .collect(groupingBy(CallRecord::getLocalHour, counting()));

    Result<Record> hours = answer("was-anybody-free");
    assertThat(hours)
        .allSatisfy(
            row ->
                assertThat(row.get("while_somebody_was_free", Long.class))
                    .isEqualTo(free.getOrDefault(row.get("local_hour", Short.class), 0L)));
    assertThat(hours.getValues("talking", Double.class)).anyMatch(talking -> talking > 0);
  }

  @Test
  void a_call_within_less_than_24_hours_is_a_repeated_call() {
    List<CallRecord> calls =
        company.callsOfDays(28).stream()
            .filter(INCOMING.and(call -> call.getCustomer() != null))
            .toList();
    Map<String, Long> again =
        calls.stream()
            .filter(ANSWERED.and(call -> isFollowed(call, calls)))
            .collect(groupingBy(CallRecord::getManager, counting()));

    assertThat(again).isNotEmpty();
    assertThat(answer("customers-who-call-again"))
        .allSatisfy(
            row ->
                assertThat(row.get("called_again", Long.class))
                    .isEqualTo(again.getOrDefault(row.get("manager", String.class), 0L)));
  }

  @Test
  void the_view_of_missed_calls_equals_the_function() {
    String differing =
        """
        select count(*)
        from (
            (table analytics.missed_call except all select * from analytics.missed_call_at(now()))
            union all
            (select * from analytics.missed_call_at(now()) except all table analytics.missed_call)
        ) as differing
        """;

    assertThat(company.sql().fetchValue(differing)).isEqualTo(0L);
  }

  private Result<Record> answer(String name) {
    return company.answer(COOKBOOK.question(name).orElseThrow().text());
  }

  private static Predicate<CallRecord> is(String direction) {
    return call -> call.getDirection().equals(direction);
  }

  private static boolean waited(CallRecord call, BigDecimal atMost) {
    return call.getWaitSeconds() != null && call.getWaitSeconds().compareTo(atMost) <= 0;
  }

  /** Counts the calls in progress at an instant; a call that ends then is no longer counted. */
  private static long lastingAt(Instant instant, List<CallRecord> calls) {
    return calls.stream()
        .filter(call -> !call.getStartedAt().isAfter(instant) && call.getEndedAt().isAfter(instant))
        .count();
  }

  private static String quarter(CallRecord call) {
    var local = call.getStartedAt().atZone(GeneratedCompany.ZONE);
    return "%02d:%02d".formatted(local.getHour(), local.getMinute() / 15 * 15);
  }

  private static Long callers(Record bin) {
    return bin.get("callers", Long.class);
  }

  private static long talking(CallRecord missed, List<CallRecord> calls) {
    return calls.stream()
        .filter(ANSWERED.and(call -> call.getManager() != null))
        .filter(call -> call.getLocalDate().equals(missed.getLocalDate()))
        .filter(call -> call.getAnsweredAt() != null && call.getEndedAt() != null)
        .filter(call -> !call.getAnsweredAt().isAfter(missed.getStartedAt()))
        .filter(call -> call.getEndedAt().isAfter(missed.getStartedAt()))
        .map(CallRecord::getManager)
        .distinct()
        .count();
  }

  private static long active(CallRecord missed, List<CallRecord> calls) {
    return calls.stream()
        .filter(ANSWERED.and(call -> call.getManager() != null))
        .filter(call -> call.getLocalDate().equals(missed.getLocalDate()))
        .map(CallRecord::getManager)
        .distinct()
        .count();
  }

  private static boolean isFollowed(CallRecord call, List<CallRecord> calls) {
    Instant limit = call.getStartedAt().plus(Duration.ofHours(24));
    return calls.stream()
        .filter(later -> later.getCustomer().equals(call.getCustomer()))
        .filter(later -> later.getStartedAt().isAfter(call.getStartedAt()))
        .anyMatch(later -> later.getStartedAt().isBefore(limit));
  }
}
