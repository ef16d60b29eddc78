package calltally.exchange.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.request.ReceivedBody.End;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NotifyRequestTest {

  @ParameterizedTest
  @CsvSource({
    "GET, GET",
    "POST, POST",
    "HEAD, HEAD",
    "PUT, OTHER",
    "get, OTHER",
    "FILE, OTHER",
    "'', OTHER"
  })
  void http_cannot_pretend_to_be_an_import(String name, RequestMethod method) {
    assertThat(RequestMethod.ofHttp(name)).isEqualTo(method);
    assertThat(RequestMethod.ofHttp(name).channel()).isEqualTo("http");
  }

  @ParameterizedTest
  @CsvSource({"GET, http", "POST, http", "FILE, import", "HEAD,", "OTHER,", "file,", "'',"})
  void three_methods_carry_notifications(String name, @Nullable String channel) {
    assertThat(RequestMethod.ofNotification(name).map(RequestMethod::channel).orElse(null))
        .isEqualTo(channel);
  }

  @ParameterizedTest
  @CsvSource({
    ", false",
    "identity, false",
    "' Identity ', false",
    "gzip, true",
    "'identity, gzip', true"
  })
  void any_encoding_but_identity_is_compression(@Nullable String encoding, boolean isCompressed) {
    RequestHeaders headers = new RequestHeaders("text/plain", encoding, List.of(), Map.of());

    assertThat(headers.isCompressed()).isEqualTo(isCompressed);
  }

  @ParameterizedTest
  @CsvSource({"COMPLETE, 3, true", "TOO_LONG, 3, false", "INCOMPLETE, 4, false"})
  void a_body_that_is_incomplete_is_longer_than_what_arrived(
      End end, long size, boolean isComplete) {
    ReceivedBody body = new ReceivedBody(0, bytes("abc"), 3, end);

    assertThat(body.sizeAsSent()).isEqualTo(size);
    assertThat(body.isComplete()).isEqualTo(isComplete);
  }

  @Test
  void query_and_body_count_in_the_size_of_a_request() {
    NotifyRequest request =
        NotifyRequest.kept(RequestMethod.POST, "a=b&c=d", "text/plain", bytes("abc"));

    assertThat(request.size()).isEqualTo(10);
    assertThat(request.withoutQuery().size()).isEqualTo(3);
    assertThat(request.withoutQuery().body()).isEqualTo(request.body());
    assertThat(NotifyRequest.line(bytes("{}")).method()).isEqualTo(RequestMethod.FILE);
  }

  @Test
  void bytes_cannot_be_changed_from_outside() {
    byte[] given = {1, 2, 3};
    Bytes bytes = Bytes.of(given);
    given[0] = 9;
    bytes.toArray()[1] = 9;

    assertThat(bytes.toArray()).containsExactly(1, 2, 3);
    assertThat(bytes.first(2).toArray()).containsExactly(1, 2);
    assertThat(bytes.first(3)).isSameAs(bytes);
  }

  private static Bytes bytes(String text) {
    return Bytes.of(text.getBytes(UTF_8));
  }
}
