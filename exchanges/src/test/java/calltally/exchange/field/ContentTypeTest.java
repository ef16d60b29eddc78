package calltally.exchange.field;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentTypeTest {

  @ParameterizedTest
  @CsvSource({
    "application/json, json",
    "Application/JSON; charset=utf-8, json",
    "text/json, json",
    "application/problem+json, json",
    "application/x-www-form-urlencoded, none",
    "multipart/form-data; boundary=x, multipart",
    "multipart/mixed; boundary=x, none",
    "application/jsonp, none",
    "json, none",
    "text/plain; a=application/json, none",
    ", none",
  })
  void the_media_type_alone_says_what_a_body_is(@Nullable String text, String kind) {
    ContentType type = ContentType.of(text);

    assertThat(type.isJson()).isEqualTo(kind.equals("json"));
    assertThat(type.isMultipart()).isEqualTo(kind.equals("multipart"));
  }

  @ParameterizedTest
  @CsvSource({
    "multipart/form-data; boundary=abc, abc",
    "multipart/form-data;boundary=abc;charset=utf-8, abc",
    "multipart/form-data; BOUNDARY = abc, abc",
    "'multipart/form-data; boundary=\"a b;c\"', a b;c",
    "multipart/form-data; charset=utf-8; boundary=abc, abc",
    "multipart/form-data; boundary=abc; boundary=def, abc",
    "'multipart/form-data; boundary=\"\"', ''",
    "multipart/form-data; xboundary=abc, none",
    "boundary=abc, none",
    "multipart/form-data, none",
  })
  void a_parameter_may_be_quoted_and_its_name_in_any_case(String text, String value) {
    assertThat(new ContentType(text).parameter("boundary").orElse("none")).isEqualTo(value);
  }

  @Test
  void without_a_charset_the_given_one_counts() {
    Charset cyrillic = Charset.forName("windows-1251");

    assertThat(new ContentType("text/plain").charset()).isEqualTo(UTF_8);
    assertThat(new ContentType("text/plain").charset(cyrillic)).isEqualTo(cyrillic);
    assertThat(new ContentType("text/plain; charset=CP1251").charset()).isEqualTo(cyrillic);
    assertThat(new ContentType("text/plain; charset=utf8").charset(cyrillic)).isEqualTo(UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "\"no name\"", "\"\"", "\u044f"})
  void an_unknown_charset_breaks_a_rule(String charset) {
    ContentType type = new ContentType("text/plain; charset=" + charset);

    assertThatThrownBy(type::charset)
        .isInstanceOf(NotANotification.class)
        .hasMessage("the charset of the content type must be a known one");
  }
}
