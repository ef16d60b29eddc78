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
  void a_silence_of_exactly_two_hours_is_not_too_long(String time, String seconds, boolean silent) {
    journal.receive("1", "start | %s | C | SALES".formatted(time));
    for (int hour = 9; hour < 16; hour++) {
      journal.receive("at " + hour, "start | %02d:00:00 | C | SALES".formatted(hour));
    }
    journal.refresh().run();

    assertThat(feed("longest_silence_seconds, silence_starts_at, silent", "2026-11-20", LATER))
        .startsWith(seconds + " | 2026-11-20T06:00Z")
        .endsWith(" | " + silent);
  }

  @ParameterizedTest
  @CsvSource({"10799.999, false", "10800, false", "10800.001, true"})
  void the_limit_is_three_times_the_95th_percentile_if_that_is_longer(
      String longest, boolean silent) {
    day("2026-11-18", 0, 0, "gaps, long_gaps_seconds", "2, '{3600,3600}'");
    day("2026-11-19", 0, 0, "gaps, longest_silence_seconds", "1, " + longest);
    later("2026-11-19");

    assertThat(feed("silence_limit_seconds, silent", "2026-11-19", LATER))
        .isEqualTo("10800.00 | " + silent);
  }

  @Test
  void only_gaps_of_the_28_days_before_count() {
    day("2026-10-21", 0, 0, "gaps, long_gaps_seconds", "1, '{9000}'");
    day("2026-10-22", 0, 0, "gaps, long_gaps_seconds", "1, '{4000}'");
    day("2026-11-19", 0, 0, "gaps, long_gaps_seconds", "1, '{8000}'");

    assertThat(feed("trim_scale(silence_limit_seconds)", "2026-11-19", LATER)).isEqualTo("12000");
  }

  @Test
  void the_percentile_lies_between_the_longest_short_gap_and_the_first_long_one() {
    assertThat(
            journal.rows(
                """
                select trim_scale(stats.silence_limit(11, 2400, '{3000}')),
                    trim_scale(stats.silence_limit(21, 2400, '{3000}')),
                    trim_scale(stats.silence_limit(41, 2400, '{3000}')),
                    stats.silence_limit(1, 2400, '{}'),
                    trim_scale(stats.silence_limit(1, null, '{3000}')),
                    stats.silence_limit(0, null, null)
                """))
        .isEqualTo("8100 | 7200 | 7200 | 7200 | 9000 | 7200");
  }

  @Test
  void a_feed_that_died_at_noon_is_silent_although_nothing_ended_the_silence() {
    for (int hour = 6; hour <= 12; hour++) {
      journal.receive("at " + hour, "start | %02d:00:00 | C | SALES".formatted(hour));
    }
    journal.refresh().run();

    String columns =
        "longest_silence_seconds, to_char(silence_ends_at at time zone 'UTC', 'HH24:MI'), silent, no_data";
    assertThat(feed(columns, "2026-11-20", "2026-11-20T13:59:00Z"))
        .isEqualTo("7140.000 | 13:59 | false | false");
    assertThat(feed(columns, "2026-11-20", "2026-11-21T05:00:00Z"))
        .isEqualTo("10800.000 | 15:00 | true | false");
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

  private void later(String date) {
    journal.receive("later", "start | %sT20:00:00 | C | SALES".formatted(date));
  }

  /** Inserts a day as the refresh would leave it, with some more columns. */
  private void day(String date, int calls, int complete, String columns, String values) {
    journal
        .sql()
        .execute(
            """
            insert into stats.daily_quality (source_id, local_date, notifications, unknown_events, late, time_without_offset,
                clock_ahead, unknown_status, unreadable_duration, recording_refused, calls, calls_complete, unfinished, internal, start_missing,
                mixed_direction, contradiction, negative_time, too_many_notifications, set_aside, attempts_without_start, attempts_without_end, %s)
            values (%d, '%s', 1, 0, 0, 0, 0, 0, 0, 0, %d, %d, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, %s)
            """
                .formatted(columns, journal.sourceId(), date, calls, complete, values));
  }

  private String feed(String columns, String date, String at) {
    return journal.rows(
        "select %s from analytics.feed_quality('main', '%s', date '%s' + 1, '%s')"
            .formatted(columns, date, date, at));
  }
}
