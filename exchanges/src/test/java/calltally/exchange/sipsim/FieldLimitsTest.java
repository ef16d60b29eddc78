package calltally.exchange.sipsim;

import static calltally.exchange.sipsim.JsonReading.call;
import static calltally.exchange.sipsim.JsonReading.read;
import static calltally.exchange.sipsim.JsonReading.rejection;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.exchange.Rejection;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The length of fields. */
final class FieldLimitsTest {

  @ParameterizedTest
  @CsvSource({
    "event, 8192",
    "time, 8192",
    "pbx_id, 8192",
    "caller, 8192",
    "receiver, 8192",
    "status, 8192",
    "duration, 8192",
    "audio_path, 8192",
    "tags, 32768"
  })
  void a_field_that_figures_read_is_bounded(String name, int longest) {
    Rejection rejection = rejection("{\"" + name + "\": \"" + "1".repeat(longest + 1) + "\"}");

    assertThat(rejection.field()).isEqualTo(name);
    assertThat(rejection.rule()).isEqualTo("the field must not exceed " + longest + " bytes");
  }

  @ParameterizedTest
  @CsvSource({"caller, 8192", "receiver, 8192", "status, 8192", "duration, 8192", "tags, 32768"})
  void the_longest_field_is_taken(String name, int longest) {
    read(call("\"" + name + "\": \"" + "1".repeat(longest) + "\""));
    read(call("\"" + name + "\": \"" + "\u0436".repeat(longest / 2) + "\""));
  }

  @Test
  void a_field_is_measured_in_bytes() {
    assertThat(rejection(call("\"caller\": \"" + "\u0436".repeat(4097) + "\"")).field())
        .isEqualTo("caller");
    assertThat(rejection(call("\"caller\": \"" + "\uD83D\uDE00".repeat(2049) + "\"")).field())
        .isEqualTo("caller");
    assertThat(rejection(call("\"caller\": \"" + "\u20AC".repeat(2731) + "\"")).field())
        .isEqualTo("caller");
    assertThat(
            rejection(
                    NotifyRequest.kept(
                        RequestMethod.POST,
                        null,
                        "application/x-www-form-urlencoded; charset=windows-1252",
                        Bytes.of(
                            ("event=test&caller=" + "\u0080".repeat(2731)).getBytes(ISO_8859_1))))
                .field())
        .isEqualTo("caller");
  }

  @Test
  void a_structure_is_bounded_too() {
    String tag = "[\"" + "t".repeat(10) + "\"]";
    String tags = "[" + (tag + ",").repeat(2100) + tag + "]";

    assertThat(rejection("{\"event\": \"tags\", \"tags\": " + tags + "}").field())
        .isEqualTo("tags");
    assertThat(
            rejection("{\"event\": \"test\", \"status\": {\"a\": \"" + "b".repeat(8192) + "\"}}")
                .field())
        .isEqualTo("status");
  }

  @Test
  void other_fields_are_bounded_by_the_request_alone() {
    assertThat(read("{\"event\": \"sms\", \"message\": \"" + "m".repeat(100_000) + "\"}").event())
        .isEqualTo("sms");
  }
}
