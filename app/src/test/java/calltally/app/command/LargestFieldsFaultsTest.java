package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;

import calltally.app.testing.CommandProcess;
import calltally.app.testing.TestConsole;
import calltally.sql.embedded.EmbeddedCluster;
import calltally.sql.testing.MigratedFolder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** Notifications whose every field is as long as permitted, with the heaps of the launcher. */
@Tag("faults")
final class LargestFieldsFaultsTest {

  private static final int CALLS = 400;
  private static final int LARGEST_EVERY = 8;
  private static final int LINES = 100;
  private static final int MANAGERS = 300;

  /** A line of a file, as a body of a request, may have 1 MiB. */
  private static final int LARGEST = 900 << 10;

  private static final String NAMES =
      """
      insert into directory.manager_number (source_id, number, manager, department)
      select 1, '+3752900' || to_char(n, 'FM00000'),
          rpad('Manager ' || n || ' ', 200, 'Wörtlich '), rpad('Department ' || n %% 50 || ' ', 200, 'ж')
      from generate_series(1, %d) as n
      """;
  private static final String LINE_NAMES =
      """
      insert into directory.line (source_id, number, name, department)
      select 1, '+3751700' || to_char(n, 'FM00000'), rpad('Line ' || n || ' ', 200, 'Ш'), rpad('Department ' || n %% 50 || ' ', 200, 'ж')
      from generate_series(1, %d) as n
      """;

  @TempDir private Path folder;

  private TestConsole console;

  @BeforeEach
  void open() {
    console = new TestConsole(folder);
  }

  @Test
  void refresh_rebuild_and_every_format_of_a_report_stay_within_their_heaps() throws Exception {
    MigratedFolder.copyTo(folder.resolve("data"));
    Files.writeString(
        folder.resolve("calltally.yaml"),
        "sources: [{name: main, zone: Europe/Minsk, region: BY}]\n");
    writeCalls();
    works("import", "calls.jsonl");
    name();

    withHeap("-Xmx96m", "refresh");
    withHeap("-Xmx96m", "refresh", "--rebuild");
    for (String kind : List.of("daily", "missed", "monthly")) {
      withHeap(
          "-Xmx512m",
          "report",
          kind,
          "--date",
          "2026-11-20",
          "--format",
          "pdf,xlsx,csv,json",
          "--out",
          "reports");
    }

    works("sql", "--csv", "select count(*) from analytics.call");
    assertThat(console.out().lines().skip(1)).containsExactly(String.valueOf(CALLS));
  }

  private void writeCalls() throws IOException {
    try (BufferedWriter file = Files.newBufferedWriter(folder.resolve("calls.jsonl"))) {
      for (int call = 0; call < CALLS; call++) {
        file.write(line(call, "incoming_call_start", 0, "", 0));
        file.write(line(call, "incoming_call_start_chain_member_call", 1, "", 0));
        file.write(
            line(
                call,
                "incoming_call_end",
                30,
                "NOANSWER",
                call % LARGEST_EVERY == 0 ? LARGEST : 8000));
      }
    }
  }

  private static String line(int call, String event, int second, String status, int message) {
    return """
        {"event":"%s","time":"2026-11-20T%02d:%02d:%02dZ","pbx_id":"%s","caller":"%s","receiver":"%s",\
        "status":"%s","audio_path":"https://records.example/%s","tags":"%s","message":"%s"}
        """
        .formatted(
            event,
            6 + call / 60 % 12,
            call % 60,
            second,
            filled("call-" + call + "-", 200),
            "+37529" + (1_000_000 + call),
            event.contains("member")
                ? "+3752900%05d".formatted(1 + call % MANAGERS)
                : "+3751700%05d".formatted(1 + call % LINES),
            status.isEmpty() ? "" : filled(status, status.length()),
            filled("r" + call, 2000),
            filled("tag" + call + ",", 32_000),
            filled("m", message));
  }

  private static String filled(String beginning, int length) {
    return beginning + "x".repeat(Math.max(0, length - beginning.length()));
  }

  private void name() {
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.resolve("data"))) {
      PGSimpleDataSource superuser = new PGSimpleDataSource();
      superuser.setUrl(cluster.address().url());
      superuser.setUser(cluster.address().user());
      superuser.setPassword(cluster.address().password());
      DSL.using(superuser, SQLDialect.POSTGRES).execute(NAMES.formatted(MANAGERS));
      DSL.using(superuser, SQLDialect.POSTGRES).execute(LINE_NAMES.formatted(LINES));
    }
  }

  private void withHeap(String heap, String... arguments) throws Exception {
    CommandProcess command =
        CommandProcess.start(
            folder,
            Map.of(
                "_JAVA_OPTIONS",
                heap + " -XX:+ExitOnOutOfMemoryError -Djava.awt.headless=true",
                "LC_ALL",
                "C.UTF-8"),
            arguments);
    String out = new String(command.process().getInputStream().readAllBytes(), UTF_8);
    assertThat(command.process().waitFor()).as(out + command.errors()).isEqualTo(OK);
  }

  private void works(String... arguments) {
    assertThat(console.run(arguments)).as(console.out() + console.err()).isEqualTo(OK);
  }
}
