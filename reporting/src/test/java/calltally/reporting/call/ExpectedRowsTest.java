package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The rows that the refresh stores equal those that {@link ExpectedRows} computes. */
final class ExpectedRowsTest {

  private static final int CALLS = 50;

  @Property(shrinking = ShrinkingMode.OFF)
  void figures_equal_the_definitions(@ForAll Random random, @ForAll TestPlace place) {
    RandomFeed feed = RandomFeed.of(RandomHistory.of(random, CALLS, place), place, random);
    TestDirectory directory = new TestDirectory(place.dateOfChange());
    try (TestJournal journal = new TestJournal(place.zone().getId())) {
      directory.write(journal.sql(), journal.sourceId());
      receiveInBatches(journal, feed, random);

      ExpectedRows expected = new ExpectedRows(feed, directory, place.zone());
      assertCalls(journal, expected);
      assertMissedCalls(journal, expected, place, random);
      assertSums(journal, expected);
      assertQuality(journal, expected);
      assertFigures(journal, expected, place, random);
      assertThat(journal.rows("select rule, expected, found from stats.broken_sum")).isEmpty();
    }
  }

  private static void receiveInBatches(TestJournal journal, RandomFeed feed, Random random) {
    feed.rejections().forEach(journal::reject);
    List<ReceivedNotification> rest = new ArrayList<>(feed.deliveries());
    for (int refreshes = 3; !rest.isEmpty(); refreshes--) {
      int size = refreshes == 1 ? rest.size() : 1 + random.nextInt(rest.size());
      journal.deliver(journal.sql(), rest.subList(0, size));
      rest.subList(0, size).clear();
      journal.refresh().run();
    }
  }

  private static void assertCalls(TestJournal journal, ExpectedRows expected) {
    assertSame(
        sorted(
            journal,
            """
                select pbx_id, direction, %s, %s, %s, line, line_name, department, customer, manager_number, manager,
                    outcome, missed_reason, is_short, %s, %s, %s, attempts, recording_url, has_voicemail, voicemail_url,
                    array_to_string(tags, ','), %s, local_date, local_hour, in_working_hours, is_internal, is_complete,
                    (select coalesce(string_agg(anomaly, ',' order by anomaly), '') from unnest(anomalies) as anomaly)
                from calls.call
                """
                .formatted(
                    time("started_at"),
                    time("answered_at"),
                    time("ended_at"),
                    number("wait_seconds"),
                    number("talk_seconds"),
                    number("reported_duration_seconds"),
                    time("hour_start"))),
        expected.calls());
    assertSame(
        sorted(
            journal,
            """
                select pbx_id, attempt_no, manager_number, manager, department, %s, %s, outcome, %s, implied, busy_in_call,
                    %s, local_date
                from calls.attempt
                """
                .formatted(
                    time("started_at"),
                    time("ended_at"),
                    number("ring_seconds"),
                    number("talk_seconds"))),
        expected.attempts());
  }

  /** Judged between the calls, around the clock change, after all calls and at thresholds. */
  private static void assertMissedCalls(
      TestJournal journal, ExpectedRows expected, TestPlace place, Random random) {
    List<Instant> moments =
        List.of(
            place.start().plusSeconds(6 * 3600L * random.nextInt(80)),
            place.change().plusMillis(random.nextInt(1_000_000_000)),
            place.start().plusSeconds(42 * 86_400L),
            expected.threshold(random),
            expected.threshold(random),
            expected.threshold(random),
            expected.threshold(random));
    for (Instant moment : moments) {
      assertSame(
          sorted(
              journal,
              """
                  select pbx_id, customer, line, %s, missed_reason, state, %s, %s, called_back_by, presumed,
                      local_date, line_name, department, came_back_on_line
                  from analytics.missed_call_at('%s')
                  """
                  .formatted(
                      time("missed_at"),
                      number("seconds_to_callback"),
                      number("seconds_to_contact"),
                      moment)),
          expected.missedCalls(moment));
    }
  }

  private static void assertSums(TestJournal journal, ExpectedRows expected) {
    assertSame(sorted(journal, lines(time("hour_start"), "hourly_line")), expected.hourlyLines());
    assertSame(
        sorted(
            journal,
            "select %s, line, outgoing_missed from stats.hourly_line"
                .formatted(time("hour_start"))),
        expected.hourlyUnansweredOutgoing());
    assertSame(sorted(journal, lines("local_date", "daily_line")), expected.dailyLines());
    assertSame(
        sorted(
            journal,
            """
                select local_date, manager, manager_number, department, attempts, calls_offered, calls_answered, answered,
                    no_answer, busy, busy_in_call, unavailable, taken_by_another, caller_gave_up, other, untold,
                    answerable_calls, picked_up_calls, missed_calls, %s, ring_count, %s, %s, %s, talk_count, transfers_in,
                    transfers_out, outgoing, connected, outgoing_missed, %s, callbacks, callback_tries, %s, %s
                from stats.daily_manager
                """
                .formatted(
                    number("ring_sum"),
                    number("ring_median"),
                    number("ring_p90"),
                    number("talk_sum"),
                    number("outgoing_talk_sum"),
                    time("first_activity"),
                    time("last_activity"))),
        expected.dailyManagers());
  }

  private static void assertQuality(TestJournal journal, ExpectedRows expected) {
    assertSame(
        sorted(
            journal,
            """
                select local_date, notifications, duplicates, rejected, unknown_events, late, calls, calls_complete,
                    unfinished, internal, start_missing, attempts_without_start, attempts_without_end, time_without_offset,
                    clock_ahead, unknown_status, unreadable_duration, rounded_number, recording_refused, time_of_receipt,
                    mixed_direction,
                    contradiction, negative_time, long_gap, too_many_notifications, rings_unknown,
                    wait_unknown, %s, %s
                from analytics.data_quality
                """
                .formatted(number("longest_silence_seconds"), number("coverage"))),
        expected.feed().dataQuality());
    assertSame(
        sorted(
            journal,
            """
                select local_date, %s, %s, gaps, %s,
                    (select coalesce(string_agg(trim_scale(seconds)::text, ',' order by seconds), '')
                     from unnest(long_gaps_seconds) as seconds)
                from stats.daily_quality
                """
                .formatted(
                    time("silence_starts_at"),
                    time("silence_ends_at"),
                    number("short_gap_seconds"))),
        expected.feed().silences());
  }

  private static void assertFigures(
      TestJournal journal, ExpectedRows expected, TestPlace place, Random random) {
    journal
        .sql()
        .transaction(
            open -> new PeriodFigures(open.dsl(), expected, place, random).assertReckoned());
  }

  private static String lines(String time, String view) {
    return """
        select %s, line, line_name, department, incoming, answered, missed, unfinished, short_missed,
            missed_caller_gave_up, missed_no_answer, missed_busy, missed_unavailable, missed_not_offered,
            missed_unknown, missed_outside_hours, answered_in_time, %s, wait_answered_count, %s, wait_missed_count,
            %s, %s, talk_count, outgoing, connected
        from analytics.%s
        """
        .formatted(
            time,
            number("wait_answered_sum"),
            number("wait_missed_sum"),
            number("wait_max"),
            number("talk_sum"),
            view);
  }

  private static String time(String column) {
    return "to_char(" + column + " at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.MS')";
  }

  private static String number(String column) {
    return "trim_scale(" + column + ")::text";
  }

  private static List<String> sorted(TestJournal journal, String query) {
    return journal.rows(query).lines().sorted().toList();
  }

  /** Shows only the rows that differ. */
  static void assertSame(List<String> stored, List<String> expected) {
    String difference =
        Stream.concat(
                stored.stream()
                    .filter(row -> !expected.contains(row))
                    .map(row -> row + " (stored)"),
                expected.stream()
                    .filter(row -> !stored.contains(row))
                    .map(row -> row + " (expected)"))
            .sorted()
            .collect(Collectors.joining("\n"));
    assertThat(difference).isEmpty();
    assertThat(stored).isEqualTo(expected);
  }
}
