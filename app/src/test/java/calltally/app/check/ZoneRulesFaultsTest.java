package calltally.app.check;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;

import calltally.app.testing.CommandProcess;
import calltally.app.testing.TestConsole;
import calltally.sql.testing.MigratedFolder;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time zones' rules are changed: in PostgreSQL's files, and in a Java's. */
@Tag("faults")
final class ZoneRulesFaultsTest {

  private static final String DECREED = "Europe/Minsk";
  private static final String OTHER = "Europe/Berlin";

  /** At half past midnight and at noon in Minsk; both of one day in Berlin. */
  private static final String CALLS =
      """
      {"event":"incoming_call_end","time":"2026-11-20T21:30:00Z","pbx_id":"1","caller":"+375290001111","receiver":"+375290000001","status":"MISSED"}
      {"event":"incoming_call_end","time":"2026-11-20T09:00:00Z","pbx_id":"2","caller":"+375290002222","receiver":"+375290000001","status":"MISSED"}
      """;

  private static final String DAYS =
      "select local_date, sum(missed) from analytics.daily_line group by 1 order by 1";

  @TempDir private Path folder;

  private TestConsole console;

  @BeforeEach
  void receive() throws IOException {
    MigratedFolder.copyTo(folder.resolve("data"));
    Files.writeString(
        folder.resolve("calltally.yaml"),
        "sources: [{name: main, zone: %s, region: BY}]\n".formatted(DECREED));
    Files.writeString(folder.resolve("calls.jsonl"), CALLS);
    console = new TestConsole(folder).at(InstantSource.system());
    works("import", "calls.jsonl");
    works("refresh");
  }

  @Test
  void a_difference_is_named_and_a_rebuild_puts_calls_on_their_new_days() throws Exception {
    assertThat(days()).containsExactly("2026-11-20,1", "2026-11-21,1");
    assertThat(checked()).contains("ok       time zones     PostgreSQL and Java have the same");

    changePostgresql();

    assertThat(console.run("check")).isEqualTo(SOFTWARE);
    assertThat(console.out())
        .contains("failed   time zones     the offset of Europe/Minsk at 2025-")
        .contains("(was +01:00 and +03:00)")
        .contains("calltally refresh --rebuild");

    Path java = changedJava();
    assertThat(runBy(java, "check")).contains("ok       time zones");
    String unused = runBy(java, "refresh");
    assertThat(days()).containsExactly("2026-11-20,1", "2026-11-21,1");
    unused = runBy(java, "refresh", "--rebuild");
    assertThat(days()).containsExactly("2026-11-20,2");
    assertThat(runBy(java, "check")).contains("ok       sums");
  }

  /** As if the next update of the rules decreed another offset. */
  private void changePostgresql() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data/postgresql"))) {
      Path programs =
          files.filter(file -> file.getFileName().toString().startsWith("bin-")).findFirst().get();
      Path zones = programs.resolve("share/postgresql/timezone");
      Files.delete(zones.resolve(DECREED));
      Files.copy(zones.resolve(OTHER), zones.resolve(DECREED));
    }
  }

  /** The home of this Java, but for the file of the rules. */
  private Path changedJava() throws IOException {
    Path home = Path.of(System.getProperty("java.home"));
    Path changed = Files.createDirectories(folder.resolve("java"));
    link(home, changed, "lib");
    link(home.resolve("lib"), Files.createDirectory(changed.resolve("lib")), "tzdb.dat");
    Files.write(
        changed.resolve("lib/tzdb.dat"),
        exchanged(Files.readAllBytes(home.resolve("lib/tzdb.dat"))));
    return changed;
  }

  private static void link(Path from, Path to, String except) throws IOException {
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (!name.equals(except)) {
          Files.createSymbolicLink(to.resolve(name), file);
        }
      }
    }
  }

  /** The file with the rules of the two zones exchanged: its last part names them by numbers. */
  private static byte[] exchanged(byte[] rules) throws IOException {
    byte[] changed = rules.clone();
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(rules));
    in.readByte();
    in.readUTF();
    int versions = in.readShort();
    for (int version = 0; version < versions; version++) {
      in.readUTF();
    }
    String[] zones = new String[in.readShort()];
    for (int zone = 0; zone < zones.length; zone++) {
      zones[zone] = in.readUTF();
    }
    int contents = in.readShort();
    for (int content = 0; content < contents; content++) {
      in.skipNBytes(in.readShort());
    }
    for (int version = 0; version < versions; version++) {
      Map<String, Integer> places = new HashMap<>();
      int count = in.readShort();
      for (int zone = 0; zone < count; zone++) {
        places.put(zones[in.readShort()], rules.length - in.available());
        in.readShort();
      }
      int decreed = requireNonNull(places.get(DECREED));
      int other = requireNonNull(places.get(OTHER));
      System.arraycopy(rules, other, changed, decreed, Short.BYTES);
      System.arraycopy(rules, decreed, changed, other, Short.BYTES);
    }
    return changed;
  }

  private String runBy(Path java, String... arguments) throws Exception {
    CommandProcess command =
        CommandProcess.start(
            folder,
            Map.of("JAVA_TOOL_OPTIONS", "-Djava.home=" + java, "LC_ALL", "C.UTF-8"),
            arguments);
    String out = new String(command.process().getInputStream().readAllBytes(), UTF_8);
    assertThat(command.process().waitFor()).as(out + command.errors()).isEqualTo(OK);
    return out;
  }

  private String checked() {
    works("check");
    return console.out();
  }

  private List<String> days() {
    works("sql", "--csv", DAYS);
    return console.out().lines().skip(1).toList();
  }

  private void works(String... arguments) {
    assertThat(console.run(arguments)).as(console.out() + console.err()).isEqualTo(OK);
  }
}
