package calltally.reporting.render.wording;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.render.SampleDay;
import calltally.reporting.render.SampleReports;
import calltally.reporting.report.CustomerNumbers;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said about who waits is true of everybody on the list. */
final class WaitingWordsTest {

  private final Wording english = Wording.of(Locale.ENGLISH, CustomerNumbers.SHOWN);
  private final Wording russian = Wording.of(Locale.forLanguageTag("ru"), CustomerNumbers.SHOWN);

  /** Columns: waiting, of other days, never reached, of other days, callers, called, withheld. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9|0|0|0|9|1|0| 9 customers are still waiting for a call-back",
        "9|1|3|0|9|1|0| 9 customers are still waiting for a call-back (plus 1 from other days); 3 were never reached",
        "9|0|2|3|9|1|0| 9 customers are still waiting for a call-back; 2 were never reached (plus 3 from other days)",
        "9|0|0|1|9|1|0| 9 customers are still waiting for a call-back; 1 from other days was never reached",
        "9|0|0|0|9|0|0| 9 customers are still waiting for a call-back, no call to them yet",
        "0|1|0|0|4|1|0| 1 customer from other days is still waiting for a call-back",
        "0|1|1|0|4|1|0| 1 customer from other days is still waiting for a call-back; 1 was never reached",
        "0|0|1|0|4|1|0| 1 customer was never reached; nobody else is waiting",
        "0|0|0|0|4|1|0| nobody is waiting for a call-back",
        "0|0|0|0|4|1|2| nobody with a known number is waiting for a call-back",
        "0|0|0|0|0|0|2| nobody can be called back: 2 missed calls from withheld numbers",
        "0|0|0|0|0|0|0| nobody is waiting for a call-back",
      })
  void a_verdict_says_so_of_all_callers(
      int waiting,
      int others,
      int neverReached,
      int neverOfOthers,
      int callers,
      int called,
      int withheld,
      String end) {
    WaitingWords words =
        new WaitingWords(waiting, others, neverReached, neverOfOthers, callers, called, withheld);

    assertThat(words.end(new VerdictTexts("verdict", english))).isEqualTo(end);
    assertThat(words.end(new VerdictTexts("headline", english))).isNotBlank();
    assertThat(words.end(new VerdictTexts("verdict", russian))).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|4|0| Nobody is waiting: every missed caller with a known number was reached.",
        "2|4|0| 2 customers were never reached; nobody else is waiting.",
        "0|0|1| Nobody can be called back. 1 missed call came from a withheld number.",
        "0|0|0| Nobody is waiting for a call-back.",
      })
  void an_empty_list_says_why(int neverReached, int callers, int withheld, String why) {
    WaitingWords words = new WaitingWords(0, 0, neverReached, 0, callers, 0, withheld);

    assertThat(words.whyNobody(english)).isEqualTo(why);
  }

  @Test
  void callers_are_those_of_the_list_presumed_and_never_reached_ones_included() {
    WaitingWords words = WaitingWords.of(new SampleDay().report());

    assertThat(words).isEqualTo(new WaitingWords(9, 2, 0, 2, 49, 34, 1));
  }

  @Test
  void of_missed_calls_the_last_one_of_each_caller_counts() {
    WaitingWords words = WaitingWords.of(SampleReports.missed(12).calls());

    assertThat(words).isEqualTo(new WaitingWords(4, 0, 2, 0, 10, 4, 2));
    assertThat(WaitingWords.of(List.of()).whyNobody(english))
        .isEqualTo("Nobody is waiting for a call-back.");
  }
}
