package calltally.reporting.render.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PluralFormTest {

  private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

  @ParameterizedTest
  @CsvSource({
    "0, MANY", "1, ONE", "2, FEW", "4, FEW", "5, MANY", "10, MANY", "11, MANY", "12, MANY",
    "14, MANY", "15, MANY", "20, MANY", "21, ONE", "22, FEW", "25, MANY", "101, ONE", "111, MANY",
    "112, MANY", "122, FEW", "1001, ONE", "1011, MANY",
  })
  void russian_counts_take_three_forms(int count, PluralForm form) {
    assertThat(PluralForm.of(count, RUSSIAN)).isEqualTo(form);
  }

  @Test
  void english_counts_take_two_forms() {
    assertThat(PluralForm.of(1, Locale.ENGLISH)).isEqualTo(PluralForm.ONE);
    assertThat(PluralForm.of(0, Locale.ENGLISH)).isEqualTo(PluralForm.MANY);
    assertThat(PluralForm.of(21, Locale.ENGLISH)).isEqualTo(PluralForm.MANY);
  }

  @Property
  void only_the_last_two_digits_matter_in_russian(@ForAll @IntRange(max = 99_999) int count) {
    assertThat(PluralForm.of(count, RUSSIAN)).isEqualTo(PluralForm.of(count % 100, RUSSIAN));
  }
}
