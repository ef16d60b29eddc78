package calltally.exchange.sipsim;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.field.CanonicalFields;
import calltally.exchange.field.RequestFields;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

final class DigestTest {

  @Property(tries = 300)
  void equal_fields_have_the_same_digest_in_every_encoding_and_order(
      @ForAll("fields") Map<String, String> fields) {
    String digest =
        digest(NotifyRequest.kept(RequestMethod.GET, form(entries(fields)), null, Bytes.NONE));
    List<Map.Entry<String, String>> backwards = entries(fields);
    Collections.reverse(backwards);

    assertThat(digest(post("application/x-www-form-urlencoded", form(backwards))))
        .isEqualTo(digest);
    assertThat(digest(post("application/json", json(backwards)))).isEqualTo(digest);
    assertThat(digest(post("multipart/form-data; boundary=~~~", multipart(backwards))))
        .isEqualTo(digest);
  }

  @Property(tries = 300)
  void different_fields_have_different_digests(
      @ForAll("fields") Map<String, String> fields, @ForAll("fields") Map<String, String> others) {
    assertThat(digest(post("application/json", json(entries(fields)))))
        .satisfies(
            digest ->
                assertThat(digest.equals(digest(post("application/json", json(entries(others))))))
                    .isEqualTo(fields.equals(others)));
  }

  @Example
  void scalars_compare_by_their_text() {
    assertThat(digest("{\"a\":1.0}"))
        .isEqualTo(digest("{\"a\":\"1.0\"}"))
        .isNotEqualTo(digest("{\"a\":1}"));
    assertThat(digest("{\"a\":true}")).isEqualTo(digest("{\"a\":\"true\"}"));
    assertThat(digest("{\"a\":1e2}")).isNotEqualTo(digest("{\"a\":100}"));
    assertThat(digest("{\"a\":\" b\"}")).isNotEqualTo(digest("{\"a\":\"b\"}"));
    assertThat(digest("{\"a\":\"B\"}")).isNotEqualTo(digest("{\"a\":\"b\"}"));
  }

  @Example
  void null_equals_absent_and_an_empty_text_does_not() {
    assertThat(digest("{\"a\":1,\"b\":null}")).isEqualTo(digest("{\"a\":1}"));
    assertThat(digest("{\"a\":1,\"b\":\"\"}")).isNotEqualTo(digest("{\"a\":1}"));
    assertThat(digest("{\"a\":1,\"b\":\"null\"}")).isNotEqualTo(digest("{\"a\":1}"));
  }

  @Example
  void the_last_value_of_a_repeated_field_counts() {
    assertThat(digest("{\"a\":1,\"a\":2}")).isEqualTo(digest("{\"a\":2}"));
    assertThat(digest(post(null, "a=1&a=2"))).isEqualTo(digest("{\"a\":2}"));
  }

  @Example
  void structures_compare_as_json_with_sorted_names() {
    assertThat(digest("{\"a\":{\"b\":1,\"c\":[2, 3]}}"))
        .isEqualTo(digest("{ \"a\" : { \"c\" : [2,3], \"b\" : 1 } }"));
    assertThat(digest("{\"a\":[1,2]}")).isNotEqualTo(digest("{\"a\":[2,1]}"));
    assertThat(digest("{\"a\":[1]}")).isNotEqualTo(digest("{\"a\":[\"1\"]}"));
    assertThat(digest("{\"a\":[1]}")).isNotEqualTo(digest("{\"a\":\"[1]\"}"));
    assertThat(digest("{\"a\":[null]}")).isNotEqualTo(digest("{\"a\":[]}"));
    assertThat(digest("{\"a\":{}}")).isNotEqualTo(digest("{\"a\":[]}"));
  }

  @Example
  void the_digest_is_that_of_the_canonical_text() {
    CanonicalFields canonical =
        new CanonicalFields(
            RequestFields.of(post(null, "{\"b\":1.50,\"a\":\"x\\\"\",\"c\":null}")));

    assertThat(canonical).hasToString("{\"a\":\"x\\\"\",\"b\":\"1.50\"}");
    assertThat(canonical.digest())
        .isEqualTo("b7f460d4ca905c46d7d4d1c563f1c1bdd6ceb6a48df4acf3a7b44d4e6e4ae4c2");
  }

  @Provide
  Arbitrary<Map<String, String>> fields() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withChars(" +&=%\"\\{}[],.:;-/абвг€\n\u00a0\uFFFD")
            .alpha()
            .numeric()
            .ofMaxLength(12);
    return Arbitraries.maps(
            Arbitraries.strings().alpha().withChars("а_").ofMinLength(1).ofMaxLength(4), text)
        .ofMaxSize(6);
  }

  private static List<Map.Entry<String, String>> entries(Map<String, String> fields) {
    return new ArrayList<>(fields.entrySet());
  }

  private static String form(List<Map.Entry<String, String>> fields) {
    return joined(
        fields,
        "&",
        field ->
            URLEncoder.encode(field.getKey(), UTF_8)
                + "="
                + URLEncoder.encode(field.getValue(), UTF_8));
  }

  private static String json(List<Map.Entry<String, String>> fields) {
    return "{"
        + joined(fields, ",", field -> quoted(field.getKey()) + ":" + quoted(field.getValue()))
        + "}";
  }

  private static String multipart(List<Map.Entry<String, String>> fields) {
    return joined(
            fields,
            "",
            field ->
                "--~~~\r\nContent-Disposition: form-data; name=\""
                    + field.getKey()
                    + "\"\r\n\r\n"
                    + field.getValue()
                    + "\r\n")
        + "--~~~--";
  }

  private static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }

  private static String joined(
      List<Map.Entry<String, String>> fields,
      String separator,
      Function<Map.Entry<String, String>, String> one) {
    return fields.stream().map(one).collect(Collectors.joining(separator));
  }

  private static String digest(String json) {
    return digest(post("application/json", json));
  }

  private static String digest(NotifyRequest request) {
    return new CanonicalFields(RequestFields.of(request)).digest();
  }

  private static NotifyRequest post(@Nullable String type, String body) {
    return NotifyRequest.kept(RequestMethod.POST, null, type, Bytes.of(body.getBytes(UTF_8)));
  }
}
