package calltally.app.demo;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;

import calltally.app.demo.dialect.Dialect;
import calltally.app.demo.dialect.Dialects;
import calltally.app.demo.exchange.DemoCompany;
import calltally.app.demo.exchange.SimulatedCompany;
import calltally.app.documents.CommandLines;
import calltally.app.service.Shutdown;
import calltally.app.terminal.Texts;
import calltally.app.testing.TestConsole;
import calltally.sql.embedded.EmbeddedCluster;
import calltally.sql.testing.MigratedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demonstration as a newcomer runs it, on a Sunday: the week before it is complete. */
final class DemoTest {

  private static final String MONDAY = "2026-11-09";
  private static final String FRIDAY = "2026-11-13";
  private static final List<String> PDFS =
      List.of(
          "demo/reports/calltally-daily-" + FRIDAY + "-main-en.pdf",
          "demo/reports/calltally-daily-" + FRIDAY + "-main-ru.pdf");

  @TempDir private Path folder;
  private TestConsole console = new TestConsole(Path.of(""));

  @BeforeEach
  void enterFolder() {
    console = new TestConsole(folder).at(goingOnFrom(TestConsole.NOW));
  }

  /** Where the time stands still a sender soon exceeds every rate. */
  private static InstantSource goingOnFrom(Instant start) {
    return Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), start));
  }

  @Test
  void what_was_simulated_is_counted_although_another_run_has_left_its_calls() throws Exception {
    runOn(littleCompany(), null);

    int exit = console.run("demo", "--mail");

    assertThat(exit).as(console.out() + console.err()).isEqualTo(OK);
    assertThat(console.out())
        .contains("Romashka, week of " + MONDAY)
        .containsPattern("All [\\d,]+ figures match the simulation\\.")
        .contains(PDFS);
    for (String pdf : PDFS) {
      assertThat(Files.readAllBytes(folder.resolve(pdf))).startsWith("%PDF-".getBytes(US_ASCII));
    }
    for (String pdf : PDFS) {
      String mail = pdf.replace("reports/", "mail/").replace(".pdf", ".eml");
      assertThat(console.out()).contains(mail);
      assertThat(Files.readString(folder.resolve(mail), US_ASCII))
          .contains("To: head.of.sales@example.com", "Content-Type: text/html", ".pdf");
    }
    assertThat(folder.resolve("demo/data/postgresql/cluster/postmaster.pid")).doesNotExist();
    anyCommandWorksOnIt();
    everyCommandOfTheReadmeWorksOnIt();
  }

  @Test
  void it_speaks_russian_and_posts_the_notifications_of_another_exchange() throws Exception {
    console.inRussian();

    runOnMigrated(quiet(DemoCompany.inRussian()), Dialects.of("zadarma").orElseThrow());

    assertThat(console.out())
        .contains("Ромашка, неделя с 09.11.2026", "Анна Соколова", "Ежедневный отчёт за пятницу")
        .containsPattern("Сошл(ась|ись все) [\\d\\u00A0]+ цифр")
        .doesNotContain("Anna", "answered");
    assertThat(Files.readString(folder.resolve("demo/calltally.yaml")))
        .contains("# Создано командой calltally demo", "Ромашка", "Анна Соколова", "Продажи")
        .contains("    exchange: zadarma\n    secrets: {secret: \"demo-secret\"}\n")
        .doesNotContain("Sokolova", "Any command");
  }

  @Test
  void an_exchange_that_the_demo_cannot_speak_is_answered_with_those_that_it_can() {
    assertThat(console.run("demo", "--exchange", "mago")).isEqualTo(SOFTWARE);

    assertThat(console.err())
        .isEqualTo(
            "cannot find the exchange: it must be one of asterisk, itoolabs, mango, sipsim, uis,"
                + " zadarma (was mago); did you mean mango?\n");
    assertThat(folder).isEmptyDirectory();
  }

  private void runOn(SimulatedCompany company, @Nullable Dialect dialect) throws Exception {
    DemoFolder demo = new DemoFolder(folder.resolve("demo"));
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      DemoRun run = new DemoRun(console.context(), demo, company, shutdown);
      if (dialect != null) {
        run.speak(dialect);
      }
      assertThat(run.run()).as(console.out()).isTrue();
    }
  }

  /** Same as {@link #runOn}, but without the first start of PostgreSQL. */
  private void runOnMigrated(SimulatedCompany company, @Nullable Dialect dialect) throws Exception {
    MigratedFolder.copyTo(Files.createDirectory(folder.resolve("demo")).resolve("data"));
    Files.writeString(
        folder.resolve("demo/calltally.yaml"), DemoConfiguration.mark(Texts.ENGLISH) + "\n");
    runOn(company, dialect);
  }

  /** The same company with a tenth of its calls. */
  private static SimulatedCompany quiet(SimulatedCompany busy) {
    return new SimulatedCompany(
        busy.name(),
        busy.zone(),
        busy.region(),
        busy.lines().stream()
            .map(
                line ->
                    new SimulatedCompany.Line(
                        line.number(),
                        line.name(),
                        line.department(),
                        line.ringing(),
                        line.callsPerWeekday() / 10))
            .toList(),
        busy.managers(),
        busy.hours());
  }

  private static SimulatedCompany littleCompany() {
    SimulatedCompany demo = DemoCompany.inEnglish();
    SimulatedCompany.Line line = demo.lines().get(0);
    return new SimulatedCompany(
        "Little one",
        demo.zone(),
        demo.region(),
        List.of(
            new SimulatedCompany.Line(
                line.number(), line.name(), line.department(), line.ringing(), 9)),
        demo.managers().subList(0, 2),
        demo.hours());
  }

  private void anyCommandWorksOnIt() {
    String query =
        "select sum(incoming) > 0 as has_calls, count(distinct local_date) as days"
            + " from analytics.daily_line where local_date >= '"
            + MONDAY
            + "'";

    assertThat(console.run("sql", "--config", "demo/calltally.yaml", "--csv", query)).isEqualTo(OK);

    assertThat(console.out()).isEqualTo("has_calls,days\r\nt,7\r\n");
  }

  private void everyCommandOfTheReadmeWorksOnIt() {
    List<List<String>> commands =
        CommandLines.inBlocks("README.md").stream()
            .filter(command -> command.contains("demo/calltally.yaml"))
            .toList();

    assertThat(commands)
        .hasSizeGreaterThan(2)
        .allSatisfy(
            command -> {
              assertThat(console.run(command.toArray(String[]::new))).isEqualTo(OK);
              assertThat(console.out()).isNotEmpty();
            });
  }

  @Test
  void it_is_refused_while_a_service_works_on_its_folder() throws IOException {
    DemoFolder demo = new DemoFolder(folder.resolve("demo"));
    demo.create();
    MigratedFolder.copyTo(folder.resolve("demo/data"));
    demo.configure(DemoCompany.inEnglish(), "a-token-of-twenty-two", 1, "", "", Texts.ENGLISH);
    try (EmbeddedCluster service = EmbeddedCluster.openForService(folder.resolve("demo/data"))) {
      assertThat(service.address().url()).isNotEmpty();

      assertThat(console.run("demo")).isEqualTo(SOFTWARE);
    }
    assertThat(console.err()).contains("in use by process " + ProcessHandle.current().pid());
  }

  @Test
  void a_folder_with_files_of_others_is_left_alone() throws IOException {
    Path letter = Files.createDirectories(folder.resolve("demo")).resolve("letter.txt");
    Files.writeString(letter, "dear");

    assertThat(console.run("demo")).isEqualTo(SOFTWARE);

    assertThat(console.err()).startsWith("cannot start the demo: ");
    assertThat(folder.resolve("demo")).isDirectoryContaining(letter::equals);
  }
}
