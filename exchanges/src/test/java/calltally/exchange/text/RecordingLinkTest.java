package calltally.exchange.text;

import static calltally.exchange.sipsim.JsonReading.call;
import static calltally.exchange.sipsim.JsonReading.read;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Notification;
import calltally.exchange.Remark;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links to recordings that are kept, and those that could lead a reader astray. */
final class RecordingLinkTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://r.example.com/1",
        "HTTPS://r.example.com:8443/1.mp3?a=b@c#d",
        "https://r",
        "https://[2001:db8::1]/1",
        "https://\u0437\u0430\u043f\u0438\u0441\u044c.\u0431\u0435\u043b/1"
      })
  void a_web_link_is_kept(String link) {
    assertThat(read(call("\"audio_path\": \" " + link + " \"")).audioPath()).isEqualTo(link);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://r.example.com/1",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "/1.mp3",
        "https://",
        "https:///1",
        "https://r.example.com/a b",
        "xhttps://r.example.com",
        "https://user@r.example.com/1",
        "https://user:secret@r.example.com/1",
        "https://:80/1",
        "https://@r.example.com/1",
        "https://good.example.com\\\\@r.example.com/1",
        "https://r.example.com/\u200b1",
        "https://r.example.com/\u00a01"
      })
  void any_other_link_is_refused(String link) {
    Notification notification = read(call("\"audio_path\": \"" + link + "\""));

    assertThat(notification.audioPath()).isNull();
    assertThat(notification.remarks()).containsExactly(Remark.RECORDING_REFUSED);
    assertThat(notification.fields().text("audio_path")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\" \"", "null"})
  void a_blank_link_counts_as_absent(String link) {
    Notification notification = read(call("\"audio_path\": " + link));

    assertThat(notification.audioPath()).isNull();
    assertThat(notification.remarks()).isEmpty();
  }

  @Test
  void a_structure_is_no_link() {
    assertThat(read(call("\"audio_path\": [\"https://r\"]")).remarks())
        .containsExactly(Remark.RECORDING_REFUSED);
  }

  @Test
  void a_link_of_2048_characters_is_kept_and_a_longer_one_refused() {
    String link = "https://r.example.com/" + "\u0436".repeat(2048 - 22);

    assertThat(read(call("\"audio_path\": \"" + link + "\"")).audioPath()).isEqualTo(link);
    assertThat(read(call("\"audio_path\": \"" + link + "1\"")).remarks())
        .containsExactly(Remark.RECORDING_REFUSED);
  }
}
