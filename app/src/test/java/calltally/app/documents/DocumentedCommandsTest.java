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
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command line in a block of README or docs runs, on a company whose files they name. */
final class DocumentedCommandsTest {

  /** Commands that other tests run, because they need processes or a database of their own. */
  private static final Map<String, String> RUN_ELSEWHERE =
      Map.of(
          "demo", "DemoTest",
          "serve", "ServeTest",
          "backup", "BackupTest: copies an embedded database",
          "restore", "BackupTest: makes an embedded database");

  private static final String CALLS =
      """
      {"event":"incoming_call_start","time":"2026-11-20T06:00:00Z","pbx_id":"1.1","caller":"+375290000101","receiver":"+375290000001"}
      {"event":"incoming_call_end","time":"2026-11-20T06:00:30Z","pbx_id":"1.1","caller":"+375290000101","receiver":"+375290000001","status":"missed"}
      """;

  private final TestDatabase database = TestDatabase.create();
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final Path folder;
  private final TestConsole console;

  DocumentedCommandsTest(@TempDir Path folder) {
    this.folder = folder;
    console =
        new TestConsole(folder)
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user())
            .typing("event,time,pbx_id\nincoming_call_start,2026-11-20T07:00:00Z,1.2\n");
  }

  @BeforeEach
  void writeFiles() throws IOException {
    mail.start();
    write("calls.jsonl", CALLS);
    write("main.jsonl", CALLS);
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
  void every_command_line_in_a_block_succeeds() throws IOException {
    run(List.of("import", "calls.jsonl"));
    run(List.of("directory", "import", "managers.csv", "lines.csv"));
    run(List.of("refresh"));

    for (MarkdownFile file : MarkdownFile.all()) {
      for (List<String> arguments : CommandLines.inBlocks(file)) {
        if (!arguments.isEmpty() && !RUN_ELSEWHERE.containsKey(arguments.get(0))) {
          run(arguments.stream().map(this::inFolder).toList());
        }
      }
    }
  }

  private void run(List<String> arguments) {
    int exit = console.run(arguments.toArray(String[]::new));

    assertThat(exit).as("%s: %s%s", arguments, console.err(), console.out()).isEqualTo(OK);
  }

  private String inFolder(String argument) {
    return argument.startsWith("/") ? folder.resolve(argument.substring(1)).toString() : argument;
  }
}
