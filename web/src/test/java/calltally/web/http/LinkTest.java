package calltally.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links to pages about anything, and what the server reads in them. */
final class LinkTest {

  private static String subject(String path) {
    return TestRequest.of("GET", path).subject();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Anna", "+375290000001", "a+b", "Отдел продаж", "100 %", "a/b?c&d#e", "..", "🐎"})
  void a_page_is_about_what_its_link_was_made_of(String subject) {
    String url = Link.to("/line/", subject).url();

    assertThat(url).matches("/line/[A-Za-z0-9%._-]+");
    assertThat(subject(url)).isEqualTo(subject);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/line/+375290000001        | +375290000001",
        "/reports/7/report%201.pdf  | 7/report 1.pdf",
        "/line/                     | ''",
        "/line/%                    | ''",
        "/line/%zz                  | ''",
        "/line/%00                  | ''",
        "/line/Sales%00             | ''"
      })
  void what_a_browser_sends_otherwise_is_read_too_and_nothing_that_no_text_can_be(
      String path, String subject) {
    assertThat(subject(path)).isEqualTo(subject);
  }

  @Test
  void a_parameter_without_a_value_is_left_out() {
    Link link =
        Link.to("/calls")
            .with("source", null)
            .with("line", "Sales & more")
            .with("manager", null)
            .with("from", "2026-11-20");

    assertThat(link).hasToString("/calls?line=Sales+%26+more&from=2026-11-20");
    assertThat(Link.to("/calls").with("source", null)).hasToString("/calls");
  }
}
