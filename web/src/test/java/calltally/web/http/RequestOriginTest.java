package calltally.web.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a request comes from, as far as somebody trusted says so. The proxies are 10.0.0.*. */
final class RequestOriginTest {

  private static RequestOrigin origin(String peer, boolean isForwarded, List<String> forwardedFor) {
    return RequestOrigin.of(
        address(peer),
        forwardedFor,
        isForwarded,
        address -> address.getHostAddress().startsWith("10.0.0."));
  }

  private static InetAddress address(String text) {
    return Objects.requireNonNull(RequestOrigin.address(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // No proxy, and what a browser claims of itself.
        "203.0.113.9 |                            | 203.0.113.9",
        "203.0.113.9 | 127.0.0.1                  | 203.0.113.9",
        "127.0.0.1   | 203.0.113.9                | 127.0.0.1",
        // A proxy adds the address that it saw at the end.
        "10.0.0.1    | 203.0.113.9                | 203.0.113.9",
        "10.0.0.1    | 198.51.100.7, 203.0.113.9  | 203.0.113.9",
        "10.0.0.1    | 10.0.0.9, 203.0.113.9      | 203.0.113.9",
        "10.0.0.1    | 2001:db8::9                | 2001:db8:0:0:0:0:0:9",
        // A proxy in front of another one.
        "10.0.0.1    | 203.0.113.9,10.0.0.2       | 203.0.113.9",
        "10.0.0.1    | 10.0.0.3, 10.0.0.2         | 10.0.0.3",
        // Nothing is guessed from what is no address.
        "10.0.0.1    | unknown                    | 10.0.0.1",
        "10.0.0.1    | 203.0.113.9, _hidden       | 10.0.0.1",
        "10.0.0.1    | 203.0.113.9:4711           | 10.0.0.1",
        "10.0.0.1    | ,                          | 10.0.0.1"
      })
  void the_address_is_the_last_that_no_trusted_proxy_has(
      String peer, @Nullable String forwardedFor, String address) {
    List<String> headers = forwardedFor == null ? List.of() : List.of(forwardedFor);

    assertThat(origin(peer, true, headers).address().getHostAddress()).isEqualTo(address);
  }

  @Test
  void several_headers_are_one_list() {
    List<String> headers = List.of("198.51.100.7, 203.0.113.9", "10.0.0.2");

    assertThat(origin("10.0.0.1", true, headers).address()).isEqualTo(address("203.0.113.9"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "127.0.0.1   | false |             | true  | true",
        "::1         | false |             | true  | true",
        "127.0.0.1   | true  |             | false | true",
        "127.0.0.1   | false | 203.0.113.9 | false | true",
        "10.0.0.1    | true  | 203.0.113.9 | false | true",
        "10.0.0.1    | false |             | false | true",
        "203.0.113.9 | false |             | false | false",
        "203.0.113.9 | true  | 127.0.0.1   | false | false"
      })
  void only_this_machine_and_proxies_are_let_in_and_only_this_machine_without_https(
      String peer,
      boolean isForwarded,
      @Nullable String forwardedFor,
      boolean isPlain,
      boolean isAllowed) {
    List<String> headers = forwardedFor == null ? List.of() : List.of(forwardedFor);

    RequestOrigin origin = origin(peer, isForwarded, headers);

    assertThat(origin.isPlain()).isEqualTo(isPlain);
    assertThat(origin.isAllowed()).isEqualTo(isAllowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "example.com", "127.1", "0x7f000001", "203.0.113.256", ""})
  void a_name_or_half_an_address_is_never_looked_up(String text) {
    assertThat(RequestOrigin.address(text)).isNull();
  }
}
