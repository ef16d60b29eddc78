package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Percentiles of several days come from the ring times that each day keeps. */
final class RingTimesTest {

  private static final String FIGURES =
      """
      select manager, ring_count, ring_average, ring_median, ring_p90, outgoing_talk_count
      from analytics.manager_figures('main', '2026-11-19', '2026-11-21', 'period')
      """;

  private final TestJournal journal = new TestJournal("Europe/Minsk");

  @AfterEach
  void drop() {
    journal.close();
  }

  @Test
  void percentiles_of_two_days_are_those_of_their_rings_and_outlive_the_calls() {
    answered("1", "2026-11-19", "06:00:05.000");
    answered("2", "2026-11-20", "06:00:11.000");
    answered("3", "2026-11-20", "06:00:03.500");
    journal.receive(
        "4",
        """
        out start  | 2026-11-20T07:00:00 | A | +375290001111
        out answer | 2026-11-20T07:00:05 | A | +375290001111
        out end    | 2026-11-20T07:01:00 | A | +375290001111 | answer
        """);
    journal.refresh().run();

    assertThat(journal.rows(FIGURES)).isEqualTo("Anna | 3 | 5.500 | 4.000 | 8.800 | 1");
    journal.sql().execute("delete from calls.attempt");
    journal.sql().execute("delete from calls.call");
    assertThat(journal.rows(FIGURES)).isEqualTo("Anna | 3 | 5.500 | 4.000 | 8.800 | 1");
  }

  private void answered(String pbxId, String date, String time) {
    journal.receive(
        pbxId,
        """
        start        | %1$sT06:00:00 | +375290001111 | SALES
        member start | %1$sT06:00:01 | +375290001111 | A
        answer       | %1$sT%2$s     | +375290001111 | A
        member end   | %1$sT06:01:00 | +375290001111 | A     | answer
        end          | %1$sT06:01:00 | +375290001111 | SALES | answer
        """
            .formatted(date, time));
  }
}
