package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;

import calltally.app.testing.TestConsole;
import calltally.sql.testing.MigratedFolder;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers who were erased stay erased after a restore, or an import of what was erased. */
final class ErasureAfterRestoreTest {

  private static final String CALLS =
      """
      {"event":"incoming_call_start","time":"2026-05-05T06:00:00Z","pbx_id":"1","caller":"80290001111","receiver":"+375290000001"}
      {"event":"incoming_call_end","time":"2026-05-05T06:00:30Z","pbx_id":"1","caller":"+375290001111","receiver":"+375290000001","status":"MISSED"}
      {"event":"outgoing_call_start","time":"2026-05-05T07:00:00Z","pbx_id":"a/ 2","caller":"+375290000011","receiver":"8 029 000-11-11"}
      {"event":"incoming_call_start","time":"2026-05-05T08:00:00Z","pbx_id":"3","caller":"+375290002222","receiver":"+375290000001"}
      {"event":"incoming_call_end","time":"2026-05-05T08:00:30Z","pbx_id":"3","caller":"+375290002222","receiver":"+375290000001","status":"MISSED"}
      {"event":"incoming_call_start","pbx_id":"4","caller":"+375290001111"}
      """;
  private static final String CUSTOMERS =
      "select pbx_id, customer from analytics.call order by pbx_id";
  private static final String FIGURES =
      "select * from analytics.daily_line order by source, local_date, line";
  private static final String ERASED = "+375290001111";

  private final Path folder;

  ErasureAfterRestoreTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void a_customer_erased_after_the_backup_is_erased_again_by_the_restore() throws IOException {
    MigratedFolder.copyTo(folder.resolve("data"));
    TestConsole console = new TestConsole(folder);
    configure("");
    receive(console);
    Path report = Files.createDirectories(folder.resolve("data/archive/2026/05/06/9-daily"));
    Files.writeString(report.resolve("report.json"), "{\"customer\": \"" + ERASED + "\"}");
    Path backups = Files.createDirectory(folder.resolve("backups"));
    works(console, "backup", "backups/1.tar.gz");
    String before = answer(console, FIGURES);
    works(console, "customer", "erase", ERASED, "--yes");
    String customers = answer(console, CUSTOMERS);
    assertThat(customers).containsPattern("\n1,~").containsPattern("\na/ 2,~").contains("3,+37529");
    assertThat(backups.resolve("erasures.tsv"))
        .hasSameTextualContentAs(folder.resolve("data/erasures.tsv"))
        .content()
        .doesNotContain("1111", "1-11");

    configure("data: restored\n");
    works(console, "restore", "backups/1.tar.gz");

    assertThat(console.out())
        .endsWith("Erased again, because the database had them: 1 customer of the list\n");
    assertThat(answer(console, CUSTOMERS)).isEqualTo(customers);
    assertThat(answer(console, FIGURES)).isEqualTo(before);
    works(console, "customer", "export", ERASED);
    assertThat(console.out()).doesNotContain("pbx_id", "files");
    assertThat(folder.resolve("restored/archive/2026/05/06/9-daily")).doesNotExist();
    assertThat(folder.resolve("restored/erasures.tsv"))
        .hasSameTextualContentAs(backups.resolve("erasures.tsv"));
    works(console, "customer", "erase-again", "backups/erasures.tsv");
    assertThat(console.out()).contains("0 customers of the list");
  }

  @Test
  void a_customer_whom_an_import_brings_back_is_erased_again() throws IOException {
    try (TestDatabase database = TestDatabase.create()) {
      TestConsole console = console(database);
      configure("");
      receive(console);
      works(console, "customer", "erase", ERASED, "--yes");
    }
    try (TestDatabase restored = TestDatabase.create()) {
      TestConsole console = console(restored);
      receive(console);
      assertThat(answer(console, CUSTOMERS)).contains("1," + ERASED);

      works(console, "customer", "erase-again", "data/erasures.tsv");

      assertThat(console.out()).contains("1 customer of the list");
      assertThat(answer(console, CUSTOMERS)).contains("1,~", "a/ 2,~", "3,+375290002222");
    }
  }

  @Test
  void a_customer_known_by_a_pseudonym_alone_gets_the_mark_too() throws IOException {
    String list;
    try (TestDatabase database = TestDatabase.create()) {
      TestConsole console = console(database);
      configure("");
      receive(console);
      works(console, "customer", "erase", ERASED, "--yes");
      list = Files.readString(folder.resolve("data/erasures.tsv"));
    }
    try (TestDatabase restored = TestDatabase.create()) {
      TestConsole console = console(restored);
      receive(console);
      configure(", retention: {customer_numbers: 30 days}");
      works(console, "retention");
      String pseudonyms = answer(console, CUSTOMERS);

      works(console, "customer", "erase-again", "data/erasures.tsv");

      assertThat(console.out()).contains("1 customer of the list");
      List<String> before = pseudonyms.lines().toList();
      List<String> after = answer(console, CUSTOMERS).lines().toList();
      assertThat(after.get(1)).startsWith("1,~").isNotEqualTo(before.get(1));
      assertThat(list).contains(after.get(1).substring(2));
      assertThat(after.get(2)).isEqualTo(before.get(2));
    }
  }

  @Test
  void a_damaged_list_is_refused_and_half_a_line_of_a_killed_erasure_is_not_read()
      throws IOException {
    try (TestDatabase database = TestDatabase.create()) {
      TestConsole console = console(database);
      configure("");
      receive(console);
      works(console, "customer", "erase", ERASED, "--yes");
      Path list = folder.resolve("data/erasures.tsv");
      String lines = Files.readString(list);
      Files.writeString(list, lines + "2026-11-22T09:00:00Z\tmai");
      works(console, "customer", "erase-again", "data/erasures.tsv");
      assertThat(list).hasContent(lines);

      Files.writeString(list, "+375290001111\n" + lines);
      assertThat(console.run("customer", "erase-again", "data/erasures.tsv")).isEqualTo(SOFTWARE);
      assertThat(console.err()).contains("line 1 must be one that customer erase has written");
      assertThat(console.run("customer", "erase-again", "missing.tsv")).isEqualTo(SOFTWARE);
      assertThat(console.err()).startsWith("cannot read the list of erasures");
    }
  }

  private TestConsole console(TestDatabase database) {
    return new TestConsole(folder)
        .with("CALLTALLY_DATABASE_URL", database.address().url())
        .with("CALLTALLY_DATABASE_USER", database.address().user());
  }

  private static void receive(TestConsole console) {
    assertThat(console.typing(CALLS).run("import", "-")).as(console.err()).isEqualTo(OK);
    works(console, "refresh");
  }

  private static String answer(TestConsole console, String query) {
    works(console, "sql", "--csv", query);
    return console.out();
  }

  private static void works(TestConsole console, String... arguments) {
    assertThat(console.run(arguments))
        .as("%s: %s", String.join(" ", arguments), console.err())
        .isEqualTo(OK);
  }

  private void configure(String more) throws IOException {
    boolean isOfTheSource = more.startsWith(",");
    Files.writeString(
        folder.resolve("calltally.yaml"),
        """
        %ssources: [{name: main, zone: Europe/Minsk, region: BY, tokens: [a-token-of-twenty-two]%s}]
        directory: {managers: [{name: Anna, numbers: ["+375290000011"]}]}
        """
            .formatted(isOfTheSource ? "" : more, isOfTheSource ? more : ""));
  }
}
