package calltally.sql.retention;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
