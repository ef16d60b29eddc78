package calltally.sql.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NumberMatcherTest {

  private static final String PSEUDONYM = "~0123456789abcdef";

  private final NumberMatcher trace = new NumberMatcher("+375290001111", PSEUDONYM);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+375290001111",
        "'+375 29 000-11-11'",
        "8 (029) 000.11.11",
        "%2B375%2029%20000-11-11",
        "tel:+375290001111\"",
        "+375\u00a029\u202f000\u201111\u201111",
        "+375 29\n000-11-11",
        PSEUDONYM
      })
  void a_number_is_found_in_every_notation(String text) {
    assertThat(trace.isIn("…" + text + "…")).isTrue();
    assertThat(trace.crossedOutIn(text)).hasSameSizeAs(text).doesNotContain("11");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+375290001112",
        "+3752900011110",
        "+375 29 •••-••-11",
        "290 and 001111",
        "~0123456789abcdee"
      })
  void another_number_is_not_found(String text) {
    assertThat(trace.isIn(text)).isFalse();
    assertThat(trace.crossedOutIn(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from +48290001111                | from +48290001111",
        "from 0048 290001111              | from 0048 290001111",
        "from 48290001111                 | from 48290001111",
        "1375290001111                    | 1375290001111",
        "+375290002222 290001111          | +375290002222 #",
        "375290002222 375290001111        | 375290002222 #",
        "at 12 375290001111               | at 12 #",
        "tel:+375290001111;x              | tel:#;x",
        "375290001111.0, 375290001111.05  | #, #.05",
        "a%20375290001111%20b             | a%20#%20b",
        "810375290001111#                 | #",
      })
  void the_end_of_another_number_is_not_taken_for_it(String text, String expected) {
    NumberReading reading =
        written -> {
          String digits = written.replaceAll("[^0-9]", "").replaceFirst("^00", "");
          return digits.matches("(375|48)[0-9]{9}") ? Optional.of("+" + digits) : Optional.empty();
        };

    assertThat(new NumberMatcher("+375290001111", PSEUDONYM, reading).replacedIn(text, "#"))
        .isEqualTo(expected);
  }

  @Test
  void a_short_number_is_found_only_as_a_whole_word() {
    NumberMatcher six = new NumberMatcher("123456", PSEUDONYM);

    assertThat(six.isIn("from 123456.")).isTrue();
    assertThat(six.isIn("from 1234567")).isFalse();
    assertThat(six.isIn("from 0123456")).isFalse();
  }

  @Test
  void an_extension_matches_nothing() {
    assertThat(new NumberMatcher("101", PSEUDONYM).isIn("101 calls")).isFalse();
    assertThat(new NumberMatcher("101", PSEUDONYM).isIn(PSEUDONYM)).isTrue();
  }
}
