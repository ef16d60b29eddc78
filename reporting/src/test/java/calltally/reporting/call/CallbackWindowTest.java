package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program in a zone whose clock changes within the window, and a source in another. */
final class CallbackWindowTest {

  private final TimeZone usual = TimeZone.getDefault();

  @BeforeEach
  void the_program_runs_in_warsaw() {
    TimeZone.setDefault(TimeZone.getTimeZone("Europe/Warsaw"));
  }

  @AfterEach
  void back() {
    TimeZone.setDefault(usual);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-27T12:00:00,     returned | 604800.000",
    "2026-10-27T12:00:00.001, expired | -"
  })
  void seven_days_are_168_hours(String callBack, String expected) {
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      journal.receive("1", "end       | 2026-10-20T12:00:00 | C | SALES | noanswer");
      journal.receive("2", "out start | " + callBack + " | A | C\nout answer | " + callBack);
      journal.refresh().run();

      assertThat(
              journal.rows(
                  """
                  select state, seconds_to_callback
                  from analytics.missed_call_at('2026-10-27T12:00:05.001Z')
                  """))
          .isEqualTo(expected);
    }
  }
}
