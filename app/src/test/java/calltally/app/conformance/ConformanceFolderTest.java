package calltally.app.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConformanceFolderTest {

  private static final String SOURCE =
      """
      {
        "exchange": "example",
        "zone": "Europe/Minsk",
        "region": "BY",
        "secrets": {
          "key": "test-key"
        }
      }
      """;

  private static final String REQUESTS =
      """
      ### ring
      # at: 2026-11-20T06:00:00Z
      POST /
      Content-Type: application/json

      {"type": "ring"}

      ### hang
      POST /
      """;

  private static final String EXPECTED =
      """
      {
        "about": "A call",
        "replies": [{"status": 422}, {"status": 422}],
        "calls": [],
        "attempts": [
          {"attempt_no": 1},
          {"attempt_no": 2}
        ]
      }
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeFolder() throws IOException {
    Files.writeString(folder.resolve("source.json"), SOURCE);
    Files.writeString(folder.resolve("01-call.http"), REQUESTS);
    Files.writeString(folder.resolve("01-call.json"), EXPECTED);
  }

  @Test
  void requests_and_rows_know_their_lines() throws IOException {
    Scenario scenario = ConformanceFolder.read(folder).scenarios().get(0);

    assertThat(scenario.requests()).extracting(ScriptedRequest::line).containsExactly(3, 9);
    assertThat(scenario.attempts().lines()).containsExactly(6, 7);
    assertThat(scenario.attempts().place()).endsWith("01-call.json:5");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source.json | example | exampel | 2: exchange must be one of asterisk, example,",
        "source.json | example | exampel | (was exampel)",
        "source.json | Europe/Minsk | Minsk | 3: zone must be an IANA time zone, such as Europe/Minsk (was Minsk)",
        "source.json | \"key\" | \"kee\" | 6: a secret of example must be one of key (was kee)",
        "source.json | region | country | 4: a key must be one of exchange, region, secrets, zone (was country)",
        "01-call.http | POST / | PUT / | 3: a request must begin with GET or POST and its path",
        "01-call.http | 06:00:00Z | 6 o'clock | 2: the clock must be a time in UTC",
        "01-call.http | -Type: | -Type | 4: a header must be a name, a colon and a value",
        "01-call.json | [], | [] | 5: JSON must be well formed",
        "01-call.json | {\"status\": 422}, | '' | 3: replies must be as many as the requests (was 1, requests 2)",
        "01-call.json | calls | call | 4: a key must be one of about, attempts, calls,",
        "01-call.json | [], | 1, | 4: calls must be a list of objects"
      })
  void a_fault_names_file_and_line(String file, String right, String wrong, String message)
      throws IOException {
    Path changed = folder.resolve(file);
    Files.writeString(changed, Files.readString(changed).replaceFirst(quoted(right), wrong));

    assertThatThrownBy(() -> ConformanceFolder.read(folder))
        .isInstanceOf(FaultInFolder.class)
        .message()
        .startsWith(changed + ":")
        .contains(message);
  }

  @ParameterizedTest
  @CsvSource({
    "source.json, source.json:1: the folder must have this file",
    "01-call.json, 01-call.http:1: 01-call.json must say what is expected",
    "01-call.http, 01-call.json:1: 01-call.http must have the requests"
  })
  void a_missing_file_is_named(String file, String message) throws IOException {
    Files.delete(folder.resolve(file));

    assertThatThrownBy(() -> ConformanceFolder.read(folder))
        .hasMessage(folder.resolve(message).toString());
  }

  private static String quoted(String text) {
    return Pattern.quote(text);
  }
}
