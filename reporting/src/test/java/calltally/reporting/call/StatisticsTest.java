package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sections 6, 7 and 9 of the definitions, on figures that can be computed by hand. */
final class StatisticsTest {

  @Test
  void an_hour_of_a_line_adds_up() {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      journal.receive("in time", answeredAfter("06:00:00", "06:00:20"));
      journal.receive("too late", answeredAfter("06:10:00", "06:10:20.001"));
      journal.receive(
          "short", "start | 06:20:00 | C | SALES\nend | 06:20:03 | C | SALES | noanswer");
      journal.receive("busy", "start | 06:30:00 | C | SALES\nend | 06:30:30 | C | SALES | busy");
      journal.receive("unfinished", "start | 06:40:00 | C | SALES");
      journal.receive(
          "internal", "start | 06:50:00 | B | SALES\nend | 06:50:30 | B | SALES | noanswer");
      journal.refresh().run();

      assertThat(
              journal.rows(
                  """
                  select line_name, incoming, answered, missed, unfinished, short_missed, missed_busy, missed_not_offered,
                      answered_in_time, wait_answered_sum, wait_max, answer_rate, service_level
                  from analytics.hourly_line
                  """))
          .isEqualTo("Sales | 5 | 2 | 2 | 1 | 1 | 1 | 1 | 1 | 40.001 | 20.001 | 0.5000 | 0.3333");
    }
  }

  @Test
  void an_empty_denominator_gives_no_value() {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      journal.receive("1", "start | 06:40:00 | C | SALES");
      journal.refresh().run();

      assertThat(journal.rows("select answer_rate, service_level from analytics.daily_line"))
          .isEqualTo("- | -");
    }
  }

  @Test
  void a_managers_attempts_are_the_sum_of_their_outcomes() {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      journal.receive(
          "1",
          """
          start        | 06:00:00 | C | SALES
          member start | 06:00:01 | C | A
          member end   | 06:00:05 | C | A   | noanswer
          member start | 06:00:06 | C | 101
          member end   | 06:00:16 | C | 101 | noanswer
          end          | 06:00:17 | C | SALES | noanswer
          """);
      journal.receive("2", answeredAfter("07:00:00", "07:00:04"));
      journal.receive("3", answeredAfter("08:00:00", "08:00:08"));
      journal.receive("4", "out start | 09:00:00 | A | D\nout end | 09:00:20 | A | D | busy");
      journal.refresh().run();

      assertThat(
              journal.rows(
                  """
                  select manager, manager_number, department, attempts, calls_offered, calls_answered, answered, no_answer,
                      missed_calls, ring_median, ring_p90, outgoing, connected, answer_rate
                  from analytics.daily_manager
                  """))
          .isEqualTo("Anna | - | Sales | 4 | 3 | 2 | 2 | 2 | 1 | 6.000 | 7.600 | 1 | 0 | 0.6667");
    }
  }

  @Test
  void an_hour_repeated_by_a_clock_change_is_two_hours_of_one_date() {
    try (TestJournal journal = new TestJournal("Europe/Warsaw")) {
      journal.receive("1", "start | 2026-10-25T00:30:00 | C | SALES");
      journal.receive("2", "start | 2026-10-25T01:30:00 | C | SALES");
      journal.refresh().run();

      assertThat(journal.rows("select local_date, local_hour from analytics.call order by pbx_id"))
          .isEqualTo("2026-10-25 | 2\n2026-10-25 | 2");
      assertThat(
              journal.rows(
                  "select hour_start at time zone 'UTC', incoming from analytics.hourly_line order by 1"))
          .isEqualTo("2026-10-25 00:00:00.0 | 1\n2026-10-25 01:00:00.0 | 1");
      assertThat(journal.rows("select incoming from analytics.daily_line")).isEqualTo("2");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Minsk,  2026-11-19T20:59:59.999, 2026-11-19 | 23 | 2026-11-19 20:00:00.0",
    "Europe/Minsk,  2026-11-19T21:00:00,     2026-11-20 | 0 | 2026-11-19 21:00:00.0",
    "Asia/Kolkata,  2026-11-20T06:29:59.999, 2026-11-20 | 11 | 2026-11-20 05:30:00.0",
    "Asia/Kolkata,  2026-11-20T06:30:00,     2026-11-20 | 12 | 2026-11-20 06:30:00.0",
    "Africa/Cairo,  2026-04-23T21:59:59.999, 2026-04-23 | 23 | 2026-04-23 21:00:00.0",
    "Africa/Cairo,  2026-04-23T22:00:00,     2026-04-24 | 1 | 2026-04-23 22:00:00.0"
  })
  void a_call_belongs_to_the_local_hour_of_its_start(String zone, String start, String expected) {
    try (TestJournal journal = new TestJournal(zone)) {
      journal.receive("1", "start | " + start + " | C | SALES");
      journal.refresh().run();

      assertThat(
              journal.rows(
                  "select local_date, local_hour, hour_start at time zone 'UTC' from calls.call"))
          .isEqualTo(expected);
    }
  }

  @Test
  void the_quality_of_a_day_counts_what_is_missing() {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      journal.receive("complete", answeredAfter("06:00:00", "06:00:20"));
      journal.receive("no start", "end | 06:30:00 | C | SALES | noanswer");
      journal.receive(
          "no ring end",
          "start | 06:40:00 | C | SALES\nmember start | 06:40:01 | C | A\nend | 06:41:00 | C | SALES | noanswer");
      journal.refresh().run();

      assertThat(
              journal.rows(
                  """
                  select local_date, notifications, duplicates, calls, calls_complete, start_missing,
                      attempts_without_start, attempts_without_end, coverage
                  from analytics.data_quality
                  """))
          .isEqualTo("2026-11-20 | 9 | 0 | 3 | 1 | 1 | 0 | 1 | 0.3333");
    }
  }

  @Test
  void the_longest_silence_lies_within_working_hours() {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      // Friday, 09:00 to 18:00 in Minsk is 06:00 to 15:00 UTC.
      journal.sql().execute("insert into config.shift values (1, 5, '09:00', '18:00')");
      journal.receive("1", "start | 07:00:00 | C | SALES");
      journal.receive("2", "start | 09:30:00 | C | SALES");
      journal.refresh().run();
      assertThat(
              journal.rows(
                  "select local_date, longest_silence_seconds from analytics.data_quality"))
          .isEqualTo("2026-11-20 | 9000.000");

      journal.receive("3", "start | 2026-11-21T12:00:00 | C | SALES");
      journal.refresh().run();
      assertThat(
              journal.rows(
                  "select local_date, longest_silence_seconds from analytics.data_quality order by 1"))
          .isEqualTo("2026-11-20 | 19800.000\n2026-11-21 | -");
    }
  }

  private static String answeredAfter(String start, String answer) {
    return """
        start        | %1$s | C | SALES
        member start | %1$s | C | A
        answer       | %2$s | C | A
        member end   | %2$s | C | A | answer
        end          | 08:59:00 | C | SALES | answer
        """
        .formatted(start, answer);
  }
}
