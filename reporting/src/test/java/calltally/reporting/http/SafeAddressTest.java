package calltally.reporting.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which addresses may be posted to. */
final class SafeAddressTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.com, true",
    "HTTPS://example.com/path?key=secret, true",
    "http://localhost:8080, true",
    "http://LOCALHOST, true",
    "http://127.0.0.1, true",
    "http://127.1.2.3:1, true",
    "http://[::1]:8080/, true",
    "http://example.com, false",
    "http://127.0.0.1.example.com, false",
    "http://localhost.example.com, false",
    "http://127.0.0.1@example.com, false",
    "http://10.0.0.1, false",
    "ftp://localhost, false",
    "https:example.com, false",
    "localhost, false",
  })
  void an_address_is_https_or_on_this_machine(String address, boolean isSafe) {
    assertThat(SafeAddress.isSafe(URI.create(address))).isEqualTo(isSafe);
  }
}
