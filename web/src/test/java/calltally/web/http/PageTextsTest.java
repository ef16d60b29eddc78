package calltally.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.report.CustomerNumbers;
import calltally.web.user.PasswordHash;
import calltally.web.user.Role;
import calltally.web.user.User;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The language of a page, and its plural forms. */
final class PageTextsTest {

  private static final PasswordHash HASH =
      PasswordHash.parse("pbkdf2-sha256:600000:" + "A".repeat(22) + ":" + "A".repeat(43));

  private static PageRequest accepting(@Nullable String languages) {
    return TestRequest.with(new RequestHints(languages, null, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                          | en",
        "''                        | en",
        "ru                        | ru",
        "RU-by                     | ru",
        "be, ru;q=0.8, en;q=0.5    | ru",
        "en;q=0.5, ru;q=0.9        | ru",
        "en, ru                    | en",
        "de, fr                    | en",
        "*                         | en",
        "ru;q=0                    | en",
        "ru;q=2                    | en",
        "ru-                       | en",
        "-                         | en",
        ",                         | en"
      })
  void a_page_has_the_language_that_the_browser_prefers_or_english(
      @Nullable String header, String language) {
    assertThat(PageTexts.of(null, accepting(header)).language()).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({"ru, en, ru", "en, ru, en", ", ru, ru", ", de, en"})
  void the_language_of_the_configuration_comes_first(
      @Nullable String configured, String header, String language) {
    User user =
        new User(
            "boss",
            HASH,
            Role.ALL,
            null,
            null,
            List.of("main"),
            CustomerNumbers.SHOWN,
            configured == null ? null : Locale.forLanguageTag(configured));

    assertThat(PageTexts.of(user, accepting(header)).language()).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 1    | 1 more customer is waiting.",
        "en | 2    | 2 more customers are waiting.",
        "en | 21   | 21 more customers are waiting.",
        "ru | 1    | Ждёт ещё 1 клиент.",
        "ru | 2    | Ждут ещё 2 клиента.",
        "ru | 5    | Ждут ещё 5 клиентов.",
        "ru | 11   | Ждут ещё 11 клиентов.",
        "ru | 21   | Ждёт ещё 21 клиент.",
        "ru | 1012 | Ждут ещё 1 012 клиентов."
      })
  void a_count_takes_the_plural_form_of_its_language(String language, int count, String sentence) {
    PageTexts texts = PageTexts.in(Locale.forLanguageTag(language));

    assertThat(texts.counted("waiting.left", count).replace('\u00A0', ' ')).isEqualTo(sentence);
  }
}
