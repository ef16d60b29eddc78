package calltally.reporting.call.fold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RecordingHostsTest {

  private static final RecordingHosts HOSTS =
      new RecordingHosts(Set.of("pbx.example.com", "203.0.113.5", "[2001:db8::5]"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://pbx.example.com/1.mp3",
        "http://pbx.example.com",
        "HTTPS://PBX.Example.COM:8443/1.mp3?user=a@b#c",
        "https://pbx.example.com./1.mp3",
        "https://pbx.example.com?id=1",
        "http://203.0.113.5:80/1.mp3",
        "http://[2001:DB8::5]:80/1.mp3"
      })
  void a_link_to_a_listed_host_stays(String link) {
    assertThat(HOSTS.allowed(link)).isEqualTo(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/1.mp3",
        "https://pbx.example.com.evil.example/1.mp3",
        "https://evil.example/pbx.example.com",
        "https://evil.example?https://pbx.example.com/",
        "https://pbx.example.com@evil.example/1.mp3",
        "https://pbx.example.com:80@evil.example/1.mp3",
        "https://evil.example\\@pbx.example.com/1.mp3",
        "https://evil.example\\.pbx.example.com/1.mp3",
        "https://[2001:db8::5].evil.example/1.mp3",
        "https://pbx.example.com:80.evil.example/1.mp3",
        "ftp://pbx.example.com/1.mp3",
        "https:///pbx.example.com",
        ""
      })
  void a_link_to_another_host_is_left_out(String link) {
    assertThat(HOSTS.allowed(link)).isNull();
  }

  @Test
  void every_link_stays_where_no_hosts_are_listed() {
    assertThat(RecordingHosts.ANY.allowed("https://example.com/1.mp3"))
        .isEqualTo("https://example.com/1.mp3");
    assertThat(RecordingHosts.ANY.allowed(null)).isNull();
  }
}
