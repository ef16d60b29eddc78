package calltally.reporting.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.TestJournal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Section 7 of the definitions: who is ranked, and with which interval. */
final class RankingTest {

  /**
   * R. G. Newcombe, Two-sided confidence intervals for the single proportion: comparison of seven
   * methods, Statistics in Medicine 17 (1998), table I, method 3.
   */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718",
    "20, 20, 0.8389, 1.0000"
  })
  void wilson_intervals_equal_published_ones(int part, int whole, String low, String high) {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      assertThat(
              journal.rows(
                  "select round(analytics.wilson_low(%1$d, %2$d), 4), round(analytics.wilson_high(%1$d, %2$d), 4)"
                      .formatted(part, whole)))
          .isEqualTo(low + " | " + high);
    }
  }

  @Test
  void an_interval_lies_between_0_and_1_and_an_empty_rate_has_none() {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      assertThat(
              journal.rows(
                  """
                  select analytics.wilson_low(0, 7) = 0, analytics.wilson_high(7, 7) = 1,
                      analytics.wilson_low(0, 0), analytics.wilson_high(0, 0)
                  """))
          .isEqualTo("true | true | - | -");
    }
  }

  /** Boris answers all calls; the team's rate lies inside or outside Anna's interval. */
  @ParameterizedTest
  @CsvSource({"0, 20, below", "0, 19, -", "19, 20, -", "14, 20, below"})
  void a_manager_is_ranked_from_20_answerable_calls_on(int answered, int counted, String judged) {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      calls(journal, "Anna", answered, counted);
      calls(journal, "Boris", 60, 60);

      assertThat(
              journal.rows(
                  """
                  select judged
                  from analytics.manager_figures('main', '2026-11-20', '2026-11-21', 'period', 'Anna')
                  """))
          .isEqualTo(judged);
    }
  }

  @Test
  void a_manager_better_than_the_team_is_above_it() {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      calls(journal, "Anna", 20, 60);
      calls(journal, "Boris", 60, 60);

      assertThat(
              journal.rows(
                  """
                  select manager, answer_rate, answer_rate_low, answer_rate_high, judged
                  from analytics.manager_figures('main', '2026-11-20', '2026-11-21', 'day')
                  order by manager
                  """))
          .isEqualTo(
              """
              Anna | 0.3333 | 0.2273 | 0.4594 | below
              Boris | 1.0000 | 0.9398 | 1.0000 | above""");
    }
  }

  @Test
  void a_manager_without_a_rate_is_neither_ranked_nor_part_of_the_team() {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      calls(journal, "Anna", 20, 60);
      calls(journal, "Boris", 60, 60);
      calls(journal, "Clara", 10, 60);
      journal
          .sql()
          .execute("update calls.attempt set outcome = 'unknown' where pbx_id ~ 'Clara[1-4]$'");
      journal.sql().execute("insert into calls.marked_day values (1, '2026-11-20')");
      journal.refresh().run();

      assertThat(
              journal.rows(
                  """
                  select manager, untold, answer_rate, answer_rate_low, judged
                  from analytics.manager_figures('main', '2026-11-20', '2026-11-21', 'day')
                  order by manager
                  """))
          .isEqualTo(
              """
              Anna | 0 | 0.3333 | 0.2273 | below
              Boris | 0 | 1.0000 | 0.9398 | above
              Clara | 4 | - | - | -""");
    }
  }

  private static void calls(TestJournal journal, String manager, int answered, int counted) {
    journal
        .sql()
        .execute(
            """
            insert into calls.call (source_id, pbx_id, direction, started_at, outcome, is_short, attempts, has_voicemail,
                hour_start, local_date, local_hour, is_internal, is_complete, anomalies)
            select ?, ? || n, 'incoming', '2026-11-20 09:00Z', 'unfinished', false, 1, false,
                '2026-11-20 09:00Z', '2026-11-20', 12, false, true, '{}'
            from generate_series(1, ?) as n
            """,
            journal.sourceId(),
            manager,
            counted);
    journal
        .sql()
        .execute(
            """
            insert into calls.attempt (source_id, pbx_id, attempt_no, manager, outcome, implied, transfer_in, transfer_out, local_date)
            select source_id, pbx_id, 1, ?, case when row_number() over () <= ? then 'answered' else 'no_answer' end, false, false, false, local_date
            from calls.call
            where pbx_id like ? || '%'
            """,
            manager, answered, manager);
    journal
        .sql()
        .execute("insert into calls.marked_day values (1, '2026-11-20') on conflict do nothing");
    journal.refresh().run();
  }
}
