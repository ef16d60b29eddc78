package calltally.app.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;

import calltally.app.testing.TestConsole;
import calltally.sql.testing.TestDatabase;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command line in a block of README or docs runs, on a company whose files they name. */
final class DocumentedCommandsTest {

  /** Beginnings of command lines that another test runs, with its name. */
  private static final Map<String, String> RUN_ELSEWHERE =
      Map.of(
          "demo", "DemoTest",
          "serve", "ServeTest",
          "import --follow", "FollowedImportTest: it does not end",
          "backup", "BackupTest: it copies an embedded database",
          "restore", "BackupTest: it needs an empty data folder",
          "customer erase-again", "ErasureAfterRestoreTest: it needs a list",
          "handover", "HandoverCommandTest: it needs a CRM",
          "report daily --date 2026-11-20 --resend", "DeliveryCommandsTest: it needs a sent mail");

  private static final String CALLS =
      """
      {"event":"incoming_call_start","time":"2026-11-20T06:00:00Z","pbx_id":"1.1","caller":"+375290001111","receiver":"+375290000001"}
      {"event":"incoming_call_end","time":"2026-11-20T06:00:30Z","pbx_id":"1.1","caller":"+375290001111","receiver":"+375290000001","status":"missed"}
      """;

  private static final Pattern FINGERPRINT = Pattern.compile("\\b[0-9a-f]{8}\\b");

  private final TestDatabase database = TestDatabase.create();
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final Path folder;
  private final TestConsole console;

  DocumentedCommandsTest(@TempDir Path folder) {
    this.folder = folder;
    console =
        new TestConsole(folder)
            .at(InstantSource.system())
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user())
            .typing("event,time,pbx_id\nincoming_call_start,2026-11-20T07:00:00Z,1.2\n");
  }

  @BeforeEach
  void writeFiles() throws IOException {
    mail.start();
    write("calls.jsonl", CALLS);
    write("mine.sql", "select count(*) from analytics.call");
    write("managers.csv", "name,department,numbers\nAnna Sokolova,Sales,101\n");
    write("lines.csv", "number,name,department\n+375290000001,Sales,Sales\n");
    for (String data : List.of("var/lib/calltally", "backups")) {
      Files.createDirectories(folder.resolve(data));
    }
    write("var/lib/calltally/managers.csv", Files.readString(folder.resolve("managers.csv")));
    write("var/lib/calltally/lines.csv", Files.readString(folder.resolve("lines.csv")));
    for (String file : List.of("calltally.yaml", "other.yaml", "demo/calltally.yaml")) {
      write(file, configuration());
    }
    Path queueLog = Files.createDirectories(folder.resolve("var/log/asterisk"));
    try (GZIPOutputStream out =
        new GZIPOutputStream(Files.newOutputStream(queueLog.resolve("queue_log.1.gz")))) {
      out.write(
          "1795208400|1795208400.1|Продажи|NONE|ENTERQUEUE||+375290000102|1\n"
              .getBytes(Charset.forName("windows-1251")));
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text, UTF_8);
  }

  private String configuration() {
    return """
    company: {name: Romashka}
    sources: [{name: main, zone: Europe/Minsk, region: BY, working_hours: {mon-fri: ["09:00-18:00"]}}]
    subscriptions: [{report: daily, at: "weekdays 08:00", to: [boss@example.com]}]
    mail: {host: 127.0.0.1, port: %d, tls: none, from: "Calltally <reports@example.com>"}
    """
        .formatted(mail.getSmtp().getPort());
  }

  @AfterEach
  void drop() {
    mail.stop();
    database.close();
  }

  @Test
  void every_command_line_in_a_block_succeeds() {
    run(List.of("import", "calls.jsonl"));
    run(List.of("directory", "import", "managers.csv", "lines.csv"));
    run(List.of("refresh"));

    assertThat(
            MarkdownFile.all().stream()
                .flatMap(file -> CommandLines.inBlocks(file).stream())
                .distinct()
                .filter(arguments -> !isRunElsewhere(String.join(" ", arguments)))
                .flatMap(arguments -> run(arguments).stream()))
        .isEmpty();
  }

  private static boolean isRunElsewhere(String line) {
    return line.isEmpty() || RUN_ELSEWHERE.keySet().stream().anyMatch(line::startsWith);
  }

  /** What a command that failed said; without a terminal, erase needs --yes. */
  private Optional<String> run(List<String> arguments) {
    Stream<String> answers = arguments.contains("erase") ? Stream.of("--yes") : Stream.empty();
    int exit =
        console.run(
            Stream.concat(arguments.stream().map(this::inFolder), answers).toArray(String[]::new));
    return exit == OK
        ? Optional.empty()
        : Optional.of(String.join(" ", arguments) + ": " + console.err() + console.out());
  }

  private String inFolder(String argument) {
    if (argument.equals("FINGERPRINT")) {
      return fingerprint();
    }
    return argument.startsWith("/") ? folder.resolve(argument.substring(1)).toString() : argument;
  }

  private String fingerprint() {
    console.run("source", "list");
    return FINGERPRINT.matcher(console.out()).results().findFirst().orElseThrow().group();
  }
}
