package calltally.ingest.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkTest {

  private static final List<Network> PROXIES =
      List.of(Network.parse("127.0.0.1"), Network.parse("10.0.0.0/8"), Network.parse("fd00::/8"));

  @ParameterizedTest
  @CsvSource({
    "203.0.113.0/24, 203.0.113.0, true",
    "203.0.113.0/24, 203.0.113.255, true",
    "203.0.113.0/24, 203.0.112.255, false",
    "203.0.113.0/24, 203.0.114.0, false",
    "203.0.113.128/25, 203.0.113.127, false",
    "203.0.113.128/25, 203.0.113.128, true",
    "203.0.113.7, 203.0.113.7, true",
    "203.0.113.7, 203.0.113.8, false",
    "203.0.113.7, ::ffff:203.0.113.7, true",
    "0.0.0.0/0, 198.51.100.1, true",
    "0.0.0.0/0, 2001:db8::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "::1, ::1, true",
  })
  void a_network_contains_the_addresses_with_its_prefix(
      String network, String address, boolean isWithin) {
    assertThat(Network.parse(network).contains(Address.parse(address).orElseThrow()))
        .isEqualTo(isWithin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/8",
        "example.com",
        "1.2.3",
        "1.2.3.4/33",
        "1.2.3.4/-1",
        "::/129",
        "1.2.3.4/x"
      })
  void a_malformed_network_is_refused(String text) {
    assertThatThrownBy(() -> Network.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_host_name_is_no_address() {
    assertThat(Address.parse("localhost")).isEmpty();
    assertThat(Address.parse("")).isEmpty();
    assertThat(Address.parse("1.2.3.4\r\nX: y")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.1 |                                       | 198.51.100.1",
        "198.51.100.1 | 203.0.113.7                           | 198.51.100.1",
        "127.0.0.1    |                                       | 127.0.0.1",
        "127.0.0.1    | 203.0.113.7                           | 203.0.113.7",
        "127.0.0.1    | 203.0.113.7, 198.51.100.1             | 198.51.100.1",
        "127.0.0.1    | 203.0.113.7, 198.51.100.1,10.1.2.3    | 198.51.100.1",
        "127.0.0.1    | 203.0.113.7;198.51.100.1              | 198.51.100.1",
        "127.0.0.1    | 10.1.2.3                              | 10.1.2.3",
        "127.0.0.1    | 203.0.113.7:4711                      | 203.0.113.7",
        "127.0.0.1    | [2001:db8::1]:4711                    | 2001:db8::1",
        "127.0.0.1    | 203.0.113.7, unknown                  | none",
        "127.0.0.1    | 203.0.113.7,                          | none",
      })
  void the_sender_is_the_rightmost_address_that_is_no_trusted_proxy(
      String peer, String forwarded, String expected) {
    List<String> headers = forwarded == null ? List.of() : List.of(forwarded.split(";"));

    assertThat(new ClientAddress(peer, headers).address(PROXIES))
        .isEqualTo(Address.parse(expected));
  }
}
