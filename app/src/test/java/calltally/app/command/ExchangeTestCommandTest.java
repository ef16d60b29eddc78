package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.testing.TestConsole;
import calltally.exchange.Exchanges;
import calltally.exchange.PbxProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExchangeTestCommandTest {

  private static final Path KIT = Path.of("../exchanges/src/test/resources/exchanges/uis");
  private static final String ONE = "01-answered-at-once";

  @TempDir private Path folder;
  private TestConsole console = new TestConsole(Path.of(""));
  private Set<String> before = Set.of();

  @BeforeEach
  void copyOneScenario() throws IOException {
    console = new TestConsole(folder);
    before = temporaryFolders();
    Files.createDirectory(folder.resolve("samples"));
    for (String file : List.of("source.json", ONE + ".http", ONE + ".json")) {
      Files.copy(KIT.resolve(file), sample(file));
    }
  }

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    assertThat(temporaryFolders()).isEqualTo(before);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> String.valueOf(file.getFileName())))
          .allMatch(Set.of("samples", "empty")::contains);
    }
  }

  @Test
  void a_folder_that_holds_true_is_summed_up() {
    assertThat(console.run("exchange-test", "samples")).as(console.err()).isEqualTo(OK);

    assertThat(console.out())
        .isEqualTo("scenarios 1, orders of arrival 9, requests 40, differences 0\n");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void what_differs_is_printed_once_with_its_file_and_line() throws IOException {
    edit(
        ONE + ".json",
        "\"outcome\": \"answered\", \"started_at\": \"2026-11-20T06:00:00Z\"",
        "\"outcome\": \"missed\", \"started_at\": \"2026-11-20T06:00:00Z\"");

    assertThat(console.run("exchange-test", "samples")).isEqualTo(SOFTWARE);

    assertThat(console.out().lines())
        .filteredOn(line -> line.contains(ONE + ".json"))
        .singleElement()
        .asString()
        .endsWith(
            "%1$s.json:10: call: outcome must be missed (was answered) in %1$s-given"
                .formatted(ONE));
    assertThat(console.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "source.json | \"uis\" | \"usi\" | 2: exchange must be one of KNOWN (was usi)",
        "source.json | Europe/Moscow | Moscow | 3: zone must be an IANA time zone, such as Europe/Minsk (was Moscow)",
        "source.json | \"RU\" | \"RUS\" | 4: region must be a country of two letters, such as BY (was RUS)",
        "source.json | \"region\" | \"regoin\" | 4: a key must be one of exchange, region, secrets, zone (was regoin)",
        "source.json | {} | \"salt\" | 5: secrets must be an object",
        "source.json | {} | {\"salt\": \"test-salt\"} | 5: exchange uis has no secrets",
        "01-answered-at-once.json | \"calls\" | \"cals\" | 9: a key must be one of about, attempts, calls, journal, loss_turns_calls, replies (was cals)",
        "01-answered-at-once.json | \"attempts\": [ | \"attempts\": [ 1, | 12: attempts must be a list of objects",
        "01-answered-at-once.json | \"calls\": [ | \"calls\" [ | 9: JSON must be well formed (Unexpected character ('[' (code 91)): was expecting a colon to separate field name and value)",
        "01-answered-at-once.json | \"calls\": [ | \"about\": \"\", \"calls\": [ | 9: JSON must be well formed (Duplicate field 'about')",
        "01-answered-at-once.json | \"calls\": [ | \"loss_turns_calls\": \"yes\", \"calls\": [ | 9: loss_turns_calls must be true or false (was yes)",
        "01-answered-at-once.json | \"calls\": [ | \"replies\": [{\"status\": 200}], \"calls\": [ | 9: replies must be as many as the requests (was 1, requests 4)",
        "01-answered-at-once.http | POST / | PUT / | 3: a request must begin with GET or POST and its path below the token",
        "01-answered-at-once.http | POST / | POST /?a={b} | 3: a path must have its special characters encoded, such as %20 for a blank",
        "01-answered-at-once.http | Content-Type: | Content-Type | 4: a header must be a name, a colon and a value",
        "01-answered-at-once.http | 2026-11-20T06:00:01Z | 20.11.2026 9:00 | 2: the clock must be a time in UTC, such as 2026-11-20T06:00:00Z (was 20.11.2026 9:00)"
      })
  void a_fault_names_file_and_line(String file, String text, String wrong, String fault)
      throws IOException {
    edit(file, text, wrong);

    String known =
        Exchanges.all().stream().map(PbxProtocol::name).collect(Collectors.joining(", "));
    assertFault(sample(file) + ":" + fault.replace("KNOWN", known));
  }

  @Test
  void a_column_that_calls_do_not_have_is_a_fault() throws IOException {
    edit(
        ONE + ".json",
        "\"outcome\": \"answered\", \"started_at\": \"2026-11-20T06:00:00Z\"",
        "\"outcom\": \"answered\"");

    assertThat(console.run("exchange-test", "samples")).isEqualTo(SOFTWARE);

    assertThat(console.err())
        .startsWith(
            "cannot read the samples: "
                + sample(ONE + ".json")
                + ":10: a key of calls must be one of ")
        .contains("manager", "outcome, ")
        .endsWith("(was outcom)\n");
  }

  @Test
  void secrets_must_be_all_that_the_exchange_has() throws IOException {
    edit("source.json", "\"uis\"", "\"mango\"");
    edit("source.json", "{}", "{\"api_key\": \"a-key-of-a-test\"}");

    assertFault(sample("source.json") + ":5: secrets.salt must be a text");
    assertThat(console.err()).doesNotContain("a-key-of-a-test");
  }

  @Test
  void missing_files_are_faults() throws IOException {
    Files.move(sample(ONE + ".json"), sample("02-other.json"));
    assertFault(sample(ONE + ".http") + ":1: " + ONE + ".json must say what is expected");

    Files.delete(sample(ONE + ".http"));
    assertFault(sample("02-other.json") + ":1: 02-other.http must have the requests");

    Files.delete(sample("02-other.json"));
    assertFault(folder.resolve("samples") + ":1: the folder must have a file NN-name.http");

    Files.createDirectory(folder.resolve("empty"));
    assertThat(console.run("exchange-test", "empty")).isEqualTo(SOFTWARE);
    assertThat(console.err())
        .isEqualTo(
            "cannot read the samples: %s:1: the folder must have this file\n"
                .formatted(folder.resolve("empty/source.json")));
  }

  @Test
  void files_that_cannot_be_read_as_text_are_faults() throws IOException {
    Files.write(sample(ONE + ".http"), new byte[] {'P', 'O', (byte) 0xff});
    assertFault(sample(ONE + ".http") + ":1: the file must be in UTF-8");

    Files.writeString(sample(ONE + ".http"), "# nothing\n");
    assertFault(sample(ONE + ".http") + ":1: a file must have a request");

    Files.move(sample(ONE + ".http"), sample("one call.http"));
    Files.move(sample(ONE + ".json"), sample("one call.json"));
    assertFault(
        sample("one call.http")
            + ":1: the file's name must be up to 100 letters of English, digits, - and _");
  }

  @Test
  void a_folder_must_be_named_and_be_there() {
    assertThat(console.run("exchange-test")).isEqualTo(USAGE);
    assertThat(console.err()).contains("FOLDER", "./calltally exchange-test samples");
    assertThat(console.run("exchange-test", "nowhere")).isEqualTo(SOFTWARE);
    assertThat(console.err()).isEqualTo("there is no folder nowhere\n");
    assertThat(console.run("exchange-test", "samples/source.json")).isEqualTo(SOFTWARE);
    assertThat(console.err()).isEqualTo("there is no folder samples/source.json\n");
    assertThat(console.inRussian().run("exchange-test", "nowhere")).isEqualTo(SOFTWARE);
    assertThat(console.err()).isEqualTo("папки nowhere нет\n");
  }

  private void assertFault(String fault) {
    assertThat(console.run("exchange-test", "samples")).isEqualTo(SOFTWARE);
    assertThat(console.out()).isEmpty();
    assertThat(console.err()).isEqualTo("cannot read the samples: " + fault + "\n");
  }

  private void edit(String file, String text, String wrong) throws IOException {
    String whole = Files.readString(sample(file));
    assertThat(whole).contains(text);
    int at = whole.indexOf(text);
    Files.writeString(
        sample(file), whole.substring(0, at) + wrong + whole.substring(at + text.length()));
  }

  private Path sample(String file) {
    return folder.resolve("samples").resolve(file);
  }

  private static Set<String> temporaryFolders() throws IOException {
    try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir", "/tmp")))) {
      Set<String> names = new TreeSet<>();
      files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.startsWith("calltally-exchange-test-"))
          .forEach(names::add);
      return names;
    }
  }
}
