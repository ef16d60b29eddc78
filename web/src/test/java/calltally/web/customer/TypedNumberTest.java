package calltally.web.customer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which numbers of calls are looked for when somebody types one. */
final class TypedNumberTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "+375 29 111-00-01     | BY | +375291110001",
        "8 (029) 111-00-01     | BY | +375291110001",
        "291110001             | BY | +375291110001",
        "030 123456            | DE | +4930123456",
        "+49 (0)30 / 12 34 56  | BY | +4930123456",
        "8 (912) 345-67-89     | RU | +79123456789",
        "1 0 1                 | BY | 101",
        "sip 101               | BY | 101",
        "*72#                  | BY | *72#",
        "anonymous             | BY | anonymous"
      })
  void a_number_is_found_in_e164_without_its_separators_and_as_it_was_typed(
      String typed, String region, String stored) {
    assertThat(new TypedNumber(typed, region).spellings()).startsWith(typed).contains(stored);
  }

  @Test
  void a_number_that_is_stored_so_is_looked_for_once() {
    assertThat(new TypedNumber(" +375291110001\t", "BY").spellings())
        .containsExactly("+375291110001");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void nothing_is_looked_for_when_nothing_was_typed(String typed) {
    assertThat(new TypedNumber(typed, "BY").spellings()).isEmpty();
  }
}
