package calltally.reporting.analytics;

import static calltally.sql.jooq.config.Tables.HOLIDAY;
import static calltally.sql.jooq.config.Tables.SHIFT;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.ReceivedNotification;
import calltally.reporting.call.TestJournal;
import calltally.reporting.call.fold.NotificationTable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 9 of the definitions at its limits; Minsk works from 9 to 18 (6 to 15 UTC). */
final class FeedQualityTest {

  private static final String LATER = "2026-11-30T00:00:00Z";

  private final TestJournal journal = new TestJournal("Europe/Minsk");

  @BeforeEach
  void work_on_weekdays() {
    for (short weekday = 1; weekday <= 5; weekday++) {
      journal
          .sql()
          .insertInto(SHIFT, SHIFT.SOURCE_ID, SHIFT.WEEKDAY, SHIFT.FROM_TIME, SHIFT.TO_TIME)
          .values(journal.sourceId(), weekday, LocalTime.of(9, 0), LocalTime.of(18, 0))
          .execute();
    }
  }

  @AfterEach
  void drop() {
    journal.close();
  }

  @ParameterizedTest
  @CsvSource({"95, 100, false", "949, 1000, true", "19, 20, false", "18, 19, true", "0, 0, false"})
  void a_coverage_of_exactly_95_percent_is_not_low(int complete, int calls, boolean low) {
    day("2026-11-19", calls, complete, "gaps", "0");

    assertThat(feed("low_coverage", "2026-11-19", LATER)).isEqualTo(String.valueOf(low));
  }

  @ParameterizedTest
  @CsvSource({"08:00:00, 7200.000, false", "08:00:00.001, 7200.001, true"})
  void a_silence_of_exactly_the_limit_is_not_too_long(String time, String seconds, boolean silent) {
    calls("05:59:59", time);
    hourly(9, 15);
    usualGaps("2026-11-19", "20", "60");

    assertThat(feed("longest_silence_seconds, silence_starts_at, silent", "2026-11-20", LATER))
        .isEqualTo(seconds + " | 2026-11-20T05:59:59Z | " + silent);
  }

  @Test
  void only_gaps_of_the_28_days_before_count() {
    usualGaps("2026-10-21", "20", "9000");
    usualGaps("2026-10-22", "20", "4000");
    usualGaps("2026-11-19", "20", "8000");

    assertThat(feed("trim_scale(silence_limit_seconds)", "2026-11-19", LATER)).isEqualTo("12000");
  }

  @Test
  void with_fewer_than_20_gaps_the_limit_is_the_longest_working_day() {
    usualGaps("2026-11-18", "19", "60");

    assertThat(feed("trim_scale(silence_limit_seconds)", "2026-11-19", LATER)).isEqualTo("32400");

    usualGaps("2026-11-17", "1", "60");

    assertThat(feed("trim_scale(silence_limit_seconds)", "2026-11-19", LATER)).isEqualTo("7200");
  }

  @Test
  void the_percentile_lies_between_the_longest_short_gap_and_the_first_long_one() {
    assertThat(
            journal.rows(
                """
                select trim_scale(stats.silence_limit(20, 2400, '{3000}', 9)),
                    trim_scale(stats.silence_limit(21, 2400, '{3000}', 9)),
                    trim_scale(stats.silence_limit(41, 2400, '{3000}', 9)),
                    stats.silence_limit(19, 2400, '{3000}', 9),
                    stats.silence_limit(null, null, null, 9)
                """))
        .isEqualTo("7290 | 7200 | 7200 | 9 | 9");
  }

  @Test
  void gaps_lie_between_the_starts_of_calls_within_one_shift() {
    calls("05:00:00", "06:10:00", "06:30:00");
    journal.receive("ring", "start | 10:30:00 | C | SALES");
    journal.receive("friday", "start | 2026-11-23T06:00:00 | C | SALES");
    journal.refresh().run();

    assertThat(
            journal.rows(
                """
                select local_date, gaps, short_gap_seconds, long_gaps_seconds::text
                from stats.daily_quality order by 1
                """))
        .isEqualTo("2026-11-20 | 2 | 1200.000 | {14400.000}\n2026-11-23 | 0 | - | {}");
  }

  @Test
  void a_feed_that_died_at_noon_is_silent_although_nothing_ended_the_silence() {
    calls("05:59:00");
    hourly(6, 12);
    usualGaps("2026-11-19", "20", "60");

    String columns =
        "longest_silence_seconds, to_char(silence_ends_at at time zone 'UTC', 'HH24:MI'), silent, no_data";
    assertThat(feed(columns, "2026-11-20", "2026-11-20T13:59:00Z"))
        .isEqualTo("7140.000 | 13:59 | false | false");
    assertThat(feed(columns, "2026-11-20", "2026-11-21T05:00:00Z"))
        .isEqualTo("10800.000 | 15:00 | true | false");
  }

  @ParameterizedTest
  @CsvSource({"07:00:00, 7200.000, false", "07:00:00.001, 7200.001, true"})
  void a_silence_over_a_weekend_is_summed_over_the_shifts_that_it_touches(
      String monday, String seconds, boolean silent) {
    calls("05:59:00");
    hourly(6, 14);
    journal.receive("monday", "start | 2026-11-23T%s | C | SALES".formatted(monday));
    for (int hour = 8; hour < 16; hour++) {
      journal.receive(
          "monday " + hour, "start | 2026-11-23T%02d:00:00 | C | SALES".formatted(hour));
    }
    journal.refresh().run();
    usualGaps("2026-11-19", "20", "60");

    assertThat(feed("longest_silence_seconds, silent", "2026-11-20", LATER))
        .isEqualTo(seconds + " | " + silent);
    assertThat(feed("longest_silence_seconds", "2026-11-23", "2026-11-23T15:30:00Z"))
        .isEqualTo(seconds);
  }

  @Test
  void a_break_is_no_silence() {
    journal.sql().execute("delete from config.shift where weekday = 5");
    journal
        .sql()
        .execute(
            "insert into config.shift values (%1$d, 5, '09:00', '13:00'), (%1$d, 5, '14:00', '18:00')"
                .formatted(journal.sourceId()));
    calls("05:59:00", "06:00:00", "07:00:00", "08:00:00", "09:00:00", "09:30:00", "11:40:00");
    hourly(12, 15);

    assertThat(feed("longest_silence_seconds, silence_starts_at", "2026-11-20", LATER))
        .isEqualTo("4200.000 | 2026-11-20T09:30Z");
  }

  @ParameterizedTest
  @CsvSource({"20, 14400, false", "19, 14400, true"})
  void an_empty_day_is_a_quiet_one_unless_the_silence_that_holds_it_is_too_long(
      String gaps, String seconds, boolean noData) {
    journal.receive("thursday", "start | 2026-11-18T14:59:00 | C | SALES");
    journal.receive("friday", "start | 2026-11-20T06:01:00 | C | SALES");
    journal.refresh().run();
    usualGaps("2026-11-17", gaps, seconds);

    assertThat(feed("longest_silence_seconds, silent, no_data", "2026-11-19", LATER))
        .isEqualTo("32520.000 | " + noData + " | " + noData);
  }

  @Test
  void an_empty_working_day_is_no_data_and_an_empty_sunday_or_holiday_is_not() {
    journal
        .sql()
        .insertInto(HOLIDAY, HOLIDAY.SOURCE_ID, HOLIDAY.LOCAL_DATE)
        .values(journal.sourceId(), LocalDate.of(2026, 11, 19))
        .execute();
    String columns = "has_working_hours, silent, no_data";

    assertThat(feed(columns, "2026-11-18", LATER)).isEqualTo("true | true | true");
    assertThat(feed(columns, "2026-11-19", LATER)).isEqualTo("false | false | false");
    assertThat(feed(columns, "2026-11-22", LATER)).isEqualTo("false | false | false");
    assertThat(feed(columns, "2026-11-18", "2026-11-18T06:00:00Z"))
        .as("before anything could have arrived")
        .isEqualTo("true | false | false");
  }

  @Test
  void a_day_of_events_without_times_does_not_cut_off_the_day_before() {
    journal.receive("1", "start | 2026-11-18T06:00:00 | C | SALES");
    journal.refresh().run();
    journal.deliver(
        journal.sql(),
        List.of(
            ReceivedNotification.of(
                "test", null, null, NotificationTable.time("2026-11-19T07:00:00"))));
    journal.refresh().run();
    journal.receive("2", "start | 2026-11-20T06:00:00 | C | SALES");
    journal.refresh().run();

    assertThat(
            journal.rows(
                "select local_date, longest_silence_seconds from analytics.data_quality order by 1"))
        .isEqualTo("2026-11-18 | 32400.000\n2026-11-19 | 32400.000\n2026-11-20 | 0.000");
  }

  @Test
  void a_day_with_only_a_rejected_request_has_data() {
    journal
        .sql()
        .execute(
            "insert into journal.rejected_day values (?, '2026-11-18', 1, 1, 5)",
            journal.sourceId());

    assertThat(feed("rejected, no_data", "2026-11-18", LATER)).isEqualTo("1 | false");
  }

  /** A day with so many gaps of that length. */
  private void usualGaps(String date, String gaps, String seconds) {
    boolean isLong = Integer.parseInt(seconds) > 2400;
    day(
        date,
        0,
        0,
        "gaps, short_gap_seconds, long_gaps_seconds",
        isLong
            ? "%1$s, null, array_fill(%2$s::numeric, array[%1$s])".formatted(gaps, seconds)
            : "%s, %s, '{}'".formatted(gaps, seconds));
  }

  /** Calls of 20 November that start then, each without an end. */
  private void calls(String... times) {
    for (String time : times) {
      journal.receive("at " + time, "start | %s | C | SALES".formatted(time));
    }
    journal.refresh().run();
  }

  private void hourly(int from, int to) {
    calls(IntStream.rangeClosed(from, to).mapToObj("%02d:00:00"::formatted).toArray(String[]::new));
  }

  /** Inserts a day as the refresh would leave it, with some more columns. */
  private void day(String date, int calls, int complete, String columns, String values) {
    journal
        .sql()
        .execute(
            """
            insert into stats.daily_quality (source_id, local_date, notifications, unknown_events, late, time_without_offset,
                clock_ahead, unknown_status, unreadable_duration, rounded_number, recording_refused, time_of_receipt, calls, calls_complete, unfinished, internal, start_missing,
                mixed_direction, contradiction, negative_time, long_gap, too_many_notifications, rings_unknown, wait_unknown, set_aside,
                attempts_without_start, attempts_without_end, %s)
            values (%d, '%s', 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, %d, %d, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, %s)
            """
                .formatted(columns, journal.sourceId(), date, calls, complete, values));
  }

  private String feed(String columns, String date, String at) {
    return journal.rows(
        "select %s from analytics.feed_quality('main', '%s', date '%s' + 1, '%s')"
            .formatted(columns, date, date, at));
  }
}
