package calltally.exchange.field;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import java.nio.charset.Charset;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RequestFieldsTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data; boundary=\"x\"";

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          a=b, `{"a":"b"}`
          a=b&c=d, `{"a":"b","c":"d"}`
          a=1&a=2, `{"a":"2"}`
          a, `{"a":""}`
          a=, `{"a":""}`
          &&a=b&, `{"a":"b"}`
          a=b=c, `{"a":"b=c"}`
          a=b+c%2Bd%20e, `{"a":"b c+d e"}`
          %D0%B0=%d0%91, `{"а":"Б"}`
          a=100%&b=%zz&c=%4, `{"a":"100%","b":"%zz","c":"%4"}`
          a;b=c, `{"a;b":"c"}`
          """)
  void a_query_is_read_as_browsers_encode_it(String query, String fields) {
    assertThat(canonical(NotifyRequest.kept(RequestMethod.GET, query, null, Bytes.NONE)))
        .isEqualTo(fields);
  }

  @Test
  void unescaped_bytes_in_a_query_are_read() {
    String query = new String("a=Привет".getBytes(UTF_8), ISO_8859_1);

    assertThat(canonical(NotifyRequest.kept(RequestMethod.GET, query, null, Bytes.NONE)))
        .isEqualTo("{\"a\":\"Привет\"}");
  }

  @Test
  void the_body_of_a_get_is_ignored() {
    assertThat(
            canonical(
                NotifyRequest.kept(
                    RequestMethod.GET, "a=b", FORM, Bytes.of("c=d".getBytes(UTF_8)))))
        .isEqualTo("{\"a\":\"b\"}");
  }

  @Test
  void the_query_of_a_post_counts_and_the_body_overrides_it_even_with_null() {
    NotifyRequest request =
        NotifyRequest.kept(
            RequestMethod.POST,
            "a=query&b=query&c=query",
            null,
            Bytes.of("{\"a\":1,\"b\":null}".getBytes(UTF_8)));

    assertThat(canonical(request)).isEqualTo("{\"a\":\"1\",\"c\":\"query\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "application/json|{\"a\":1.0}|{\"a\":\"1.0\"}",
        "application/json; charset=utf-8| {\"a\":true} |{\"a\":\"true\"}",
        "application/vnd.calls+json|{\"a\":\"b\"}|{\"a\":\"b\"}",
        "text/json|{\"a\":\"b\"}|{\"a\":\"b\"}",
        "text/plain| {\"a\":\"b\"}|{\"a\":\"b\"}",
        "nonsense|\uFEFF{\"a\":\"b\"}|{\"a\":\"b\"}",
        "text/plain|a=b|{\"a\":\"b\"}",
        "|{\"a\":\"b\"}|{\"a\":\"b\"}",
        "|a=b|{\"a\":\"b\"}",
        "application/x-www-form-urlencoded|{\"a\":\"b\"}|{\"a\":\"b\"}",
        "APPLICATION/X-WWW-FORM-URLENCODED; charset=UTF-8|a=b|{\"a\":\"b\"}",
        "application/json||{}",
      })
  void the_content_type_decides_how_a_body_is_read(
      @Nullable String type, @Nullable String body, String fields) {
    assertThat(canonical(post(type, body == null ? "" : body))).isEqualTo(fields);
  }

  @Test
  void a_declared_charset_is_used() {
    byte[] body = "a=%CF%F0&b=Привет".getBytes(Charset.forName("windows-1251"));

    assertThat(
            canonical(
                NotifyRequest.kept(
                    RequestMethod.POST, null, FORM + ";charset=Windows-1251", Bytes.of(body))))
        .isEqualTo("{\"a\":\"Пр\",\"b\":\"Привет\"}");
  }

  @Test
  void parts_of_a_multipart_body_are_fields() {
    String body =
        String.join(
            "\r\n",
            "ignored",
            "--x",
            "Content-Disposition: form-data; name=\"a\"",
            "",
            "1",
            "2",
            "--x",
            "content-type: text/plain; charset=windows-1251",
            "content-disposition: form-data; name=b",
            "",
            "\u00cf",
            "--x",
            "Content-Disposition: form-data; filename=\"f\"; name=\"c\"",
            "",
            "",
            "--x--",
            "ignored");

    assertThat(
            canonical(
                NotifyRequest.kept(
                    RequestMethod.POST, null, MULTIPART, Bytes.of(body.getBytes(ISO_8859_1)))))
        .isEqualTo("{\"a\":\"1\\r\\n2\",\"b\":\"П\",\"c\":\"\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--x",
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1",
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n1\r\n--x--",
        "--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--",
        "--x\r\n\r\n1\r\n--x--",
        "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--x"
      })
  void a_broken_multipart_body_is_unreadable(String body) {
    assertUnreadable(post(MULTIPART, body + " "));
    assertUnreadable(post("multipart/form-data", body + " "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "1",
        "null",
        "{",
        "{\"a\":}",
        "{\"a\":1} x",
        "{\"a\":1}{}",
        "{a:1}",
        "{'a':1}",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":\"\\u0000\"}",
        "{\"\\u0000\":1}",
        "{\"a\":[{\"b\":\"\\u0000\"}]}",
        "{\"a\":\"\\ud800\"}",
        "{\"a\":\"\\udc00\\ud800\"}",
        "{\"a\":\"\u0001\"}"
      })
  void malformed_json_is_unreadable(String body) {
    assertUnreadable(post("application/json", body));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=%00", "%00=a", "a=%FF", "a=%C3", "a=%ED%A0%80"})
  void text_that_cannot_be_stored_is_unreadable(String form) {
    assertUnreadable(post(FORM, form));
    assertUnreadable(NotifyRequest.kept(RequestMethod.GET, form, null, Bytes.NONE));
  }

  @Test
  void an_unknown_charset_is_unreadable() {
    assertUnreadable(post(FORM + "; charset=nonsense", "a=b"));
    assertUnreadable(post(FORM + "; charset=\"no name\"", "a=b"));
  }

  @Test
  void more_than_100_fields_or_200_characters_in_a_name_are_refused() {
    assertThat(RequestFields.of(post(FORM, numbered(100))).values()).hasSize(100);
    assertUnreadable(post(FORM, numbered(101)));
    assertThat(RequestFields.of(post(FORM, "x".repeat(200) + "=1")).values()).hasSize(1);
    assertUnreadable(post(FORM, "x".repeat(201) + "=1"));
    assertUnreadable(post(null, "{\"" + "x".repeat(201) + "\":1}"));
    assertUnreadable(post(null, "{\"a\":{\"" + "x".repeat(201) + "\":1}}"));
  }

  @Test
  void more_than_20_levels_or_100_digits_in_a_number_are_refused() {
    assertThat(RequestFields.of(post(null, "{\"a\":" + nested(19) + "}")).values()).hasSize(1);
    assertUnreadable(post(null, "{\"a\":" + nested(20) + "}"));
    assertThat(RequestFields.of(post(null, "{\"a\":" + "1".repeat(100) + "}")).values()).hasSize(1);
    assertUnreadable(post(null, "{\"a\":" + "1".repeat(101) + "}"));
    assertThatThrownBy(() -> RequestFields.of(post(null, "{\"a\":" + "1".repeat(2000) + "}")))
        .hasMessage("a JSON number must not exceed 100 characters");
  }

  private static String numbered(int count) {
    return IntStream.range(0, count).mapToObj(n -> n + "=x").collect(Collectors.joining("&"));
  }

  private static String nested(int levels) {
    return "[".repeat(levels) + "]".repeat(levels);
  }

  private static NotifyRequest post(@Nullable String type, String body) {
    return NotifyRequest.kept(RequestMethod.POST, null, type, Bytes.of(body.getBytes(UTF_8)));
  }

  private static String canonical(NotifyRequest request) {
    return new CanonicalFields(RequestFields.of(request)).toString();
  }

  private static void assertUnreadable(NotifyRequest request) {
    assertThatThrownBy(() -> RequestFields.of(request)).isInstanceOf(NotANotification.class);
  }
}
