package calltally.app.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MessageLocaleTest {

  private static final Locale SYSTEM = Locale.ITALY;

  @Test
  void the_variables_decide_in_the_order_of_posix() {
    assertThat(language("LC_ALL", "ru_RU.UTF-8", "LC_MESSAGES", "en_US", "LANG", "de_DE"))
        .isEqualTo("ru");
    assertThat(language("LC_MESSAGES", "ru_RU.UTF-8", "LANG", "de_DE")).isEqualTo("ru");
    assertThat(language("LANG", "ru")).isEqualTo("ru");
    assertThat(language("LC_CTYPE", "ru_RU.UTF-8", "LANG", "en_US.UTF-8")).isEqualTo("en");
  }

  @Test
  void what_the_launcher_has_replaced_comes_first() {
    assertThat(language("CALLTALLY_LOCALE", "ru_RU.UTF-8", "LC_ALL", "C.UTF-8")).isEqualTo("ru");
    assertThat(spoken("CALLTALLY_LOCALE", "", "LC_ALL", "C.UTF-8")).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void an_empty_variable_counts_as_not_set() {
    assertThat(language("LC_ALL", "", "LANG", "ru_BY@euro")).isEqualTo("ru");
  }

  @Test
  void c_and_posix_speak_english() {
    assertThat(spoken("LC_ALL", "C", "LANG", "ru_RU.UTF-8")).isEqualTo(Locale.ENGLISH);
    assertThat(spoken("LC_ALL", "C.UTF-8")).isEqualTo(Locale.ENGLISH);
    assertThat(spoken("LANG", "POSIX")).isEqualTo(Locale.ENGLISH);
    assertThat(spoken("LANG", "fr_FR.UTF-8")).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void without_variables_the_system_decides() {
    assertThat(MessageLocale.of(Map.of(), SYSTEM)).isEqualTo(SYSTEM);
  }

  private static Locale spoken(String... variables) {
    return Texts.of(locale(variables)).locale();
  }

  private static String language(String... variables) {
    return locale(variables).getLanguage();
  }

  private static Locale locale(String... variables) {
    Map<String, String> environment = new java.util.HashMap<>();
    for (int i = 0; i < variables.length; i += 2) {
      environment.put(variables[i], variables[i + 1]);
    }
    return MessageLocale.of(environment, SYSTEM);
  }
}
