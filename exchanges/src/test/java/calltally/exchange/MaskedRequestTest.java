package calltally.exchange;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaskedRequestTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "{\"key\":\"s3cret\",\"a\":1}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=1&key=s3cret | a=1&key=***",
        "KEY=s3cret&sign=s3cret | KEY=***&sign=***",
        "%6bey=s3cret&a=1 | %6bey=***&a=1",
        "key=s3cret&key=s3cret | key=***&key=***",
        "monkey=1&a=key | monkey=1&a=key",
        "{\"key\":\"s3cret\",\"a\":1} | {\"key\":\"***\",\"a\":1}",
        "{\"a\":{\"sign\":\"s3cret\"}} | {\"a\":{\"sign\":\"***\"}}",
        "{\"key\":\"s3cret | {\"key\":\"***\"",
        "key=%FF | key=***",
      })
  void secrets_are_masked_in_body_and_query_alike(String sent, String masked) {
    NotifyRequest kept = masked(request(sent, FORM, bytes(sent)));

    assertThat(kept.body().content().text(UTF_8)).isEqualTo(masked);
    assertThat(kept.query()).isEqualTo(masked);
  }

  @Test
  void a_request_without_a_secret_stays_as_it_is() {
    NotifyRequest request = request(null, FORM, bytes("a=1&b=\u044f"));

    NotifyRequest kept = masked(request);

    assertThat(kept.query()).isNull();
    assertThat(kept.body().content().toArray()).isEqualTo(request.body().content().toArray());
    assertThat(kept.body().size()).isEqualTo(request.body().size());
    assertThat(kept.headers()).isEqualTo(request.headers());
    assertThat(kept.path()).isEqualTo("events/call");
  }

  @Test
  void a_body_in_two_bytes_a_character_is_not_kept() {
    for (Charset charset : List.of(UTF_16BE, UTF_16LE)) {
      NotifyRequest request =
          request("key=s3cret&a=1", "application/json", Bytes.of(JSON.getBytes(charset)));

      assertThat(masked(request).body().content().text(UTF_8)).isEqualTo("***");
      assertThat(masked(request).query()).isEqualTo("key=***&a=1");
    }
  }

  @Test
  void a_body_from_which_the_secret_can_still_be_read_is_not_kept() {
    Charset mainframe = Charset.forName("IBM037");
    NotifyRequest foreign =
        request(null, "application/json; charset=IBM037", Bytes.of(JSON.getBytes(mainframe)));
    NotifyRequest longHeader =
        request(
            null,
            "multipart/form-data; boundary=b",
            bytes(
                "--b\r\nContent-Disposition: form-data; x="
                    + "x".repeat(301)
                    + "; name=key\r\n\r\ns3cret\r\n--b--"));

    assertThat(masked(foreign).body().content().text(UTF_8)).isEqualTo("***");
    assertThat(masked(longHeader).body().content().text(UTF_8)).isEqualTo("***");
  }

  @Test
  void what_is_masked_stays_so() {
    NotifyRequest once = masked(request("key=s3cret", FORM, bytes(JSON)));

    assertThat(masked(once).query()).isEqualTo(once.query());
    assertThat(masked(once).body().content().toArray()).isEqualTo(once.body().content().toArray());
  }

  private static NotifyRequest masked(NotifyRequest request) {
    return MaskedRequest.of(request, Set.of("key", "sign"));
  }

  private static NotifyRequest request(@Nullable String query, String type, Bytes body) {
    return NotifyRequest.kept(RequestMethod.POST, "events/call", query, type, body);
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(UTF_8));
  }
}
