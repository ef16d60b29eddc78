package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.testing.TestConsole;
import calltally.sql.analytics.Cookbook;
import calltally.sql.analytics.CookbookQuestion;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries on an external database. */
final class SqlCommandTest {

  private final TestDatabase database = TestDatabase.create();
  private final TestConsole console;

  SqlCommandTest(@TempDir Path folder) {
    console =
        new TestConsole(folder)
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_result_is_printed_as_a_table() {
    assertThat(sql("select 'a' as letter, 12 as number")).isEqualTo(OK);

    assertThat(console.out())
        .isEqualTo("letter  number\n──────  ──────\na           12\n(1 row)\n");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void a_query_can_come_from_standard_input_and_its_result_be_csv() {
    console.typing("select 'a,b' as letters,\n null as nothing;\n");

    assertThat(sql("--csv", "-")).isEqualTo(OK);

    assertThat(console.out()).isEqualTo("letters,nothing\r\n\"a,b\",\r\n");
  }

  @Test
  void a_table_stops_after_1000_rows_with_a_notice() {
    assertThat(sql("select n from generate_series(1, 1001) as n")).isEqualTo(OK);

    assertThat(console.out()).endsWith("1000\n(1000 rows)\n");
    assertThat(console.err())
        .isEqualTo("Only the first 1,000 rows are shown; --limit shows more.\n");
  }

  @Test
  void option_limit_also_applies_to_csv() {
    assertThat(sql("--csv", "--limit", "2", "select n from generate_series(1, 3) as n"))
        .isEqualTo(OK);

    assertThat(console.out()).isEqualTo("n\r\n1\r\n2\r\n");
    assertThat(console.err()).isEqualTo("Only the first 2 rows are shown; --limit shows more.\n");
  }

  @Test
  void an_error_in_the_query_fails_with_one_sentence() {
    assertThat(sql("selec 1")).isEqualTo(SOFTWARE);

    assertThat(console.out()).isEmpty();
    assertThat(console.err())
        .isEqualTo("cannot run the query: syntax error at or near \"selec\"\n");
  }

  @Test
  void without_a_query_it_explains_how_to_connect_but_prints_no_password() {
    console.with("CALLTALLY_DATABASE_PASSWORD", "secret");

    assertThat(sql()).isEqualTo(OK);

    assertThat(console.out())
        .startsWith("psql        psql \"host=localhost port=")
        .contains("user=postgres options='-c role=analyst'\"\n")
        .contains("DBeaver     JDBC URL jdbc:postgresql://localhost:")
        .contains("Grafana     data source PostgreSQL: host localhost:")
        .contains("Metabase    ")
        .contains("give it one with database.role_passwords")
        .doesNotContain("secret");
  }

  @Test
  void a_query_can_come_from_a_file_and_its_result_be_json(@TempDir Path files) throws IOException {
    Path file = Files.writeString(files.resolve("mine.sql"), "-- mine\nselect 1 as one;\n");

    assertThat(sql("--json", "-f", file.toString())).isEqualTo(OK);

    assertThat(console.out()).isEqualTo("[\n{\"one\":1}\n]\n");
  }

  @Test
  void cookbook_queries_are_listed_without_a_database() {
    console.with("CALLTALLY_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/none");

    assertThat(sql("--cookbook")).isEqualTo(OK);

    assertThat(console.out())
        .containsPattern("\nwho-let-it-ring +Who could have answered, and did not\\?\n")
        .contains(Cookbook.open().questions().stream().map(CookbookQuestion::name).toList());
  }

  @Test
  void a_cookbook_query_runs_with_other_parameters_or_is_printed() {
    assertThat(sql("--csv", "--cookbook", "which-line-loses-whom")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("source").contains("main");
    source();

    assertThat(sql("--csv", "--cookbook", "which-line-loses-whom", "--set", "from_date=2026-11-01"))
        .isEqualTo(OK);
    assertThat(console.out()).startsWith("line,department,incoming,missed,");

    assertThat(sql("--cookbook", "which-line-loses-whom", "--set", "source=Anna's", "--print"))
        .isEqualTo(OK);
    assertThat(console.out())
        .startsWith("-- Which line loses callers, and why?\n")
        .contains("        'Anna''s' as source,\n");
  }

  @Test
  void every_cookbook_query_runs_from_the_command_line() {
    source();

    for (CookbookQuestion question : Cookbook.open().questions()) {
      assertThat(sql("--csv", "--cookbook", question.name())).as(console.err()).isEqualTo(OK);
    }
  }

  @Test
  void views_and_functions_are_described_by_their_comments() {
    assertThat(sql("--describe")).isEqualTo(OK);
    assertThat(console.out())
        .containsPattern("\nanalytics\\.call +One row per call\\.\n")
        .contains("analytics.call_figures(…)")
        .endsWith("More: --describe NAME; ready queries: --cookbook\n");

    assertThat(sql("--describe", "missed_call")).isEqualTo(OK);
    assertThat(console.out())
        .startsWith("analytics.missed_call\n\nOne row per missed or presumed missed incoming call")
        .containsPattern("\nmissed_at +timestamptz +Instant of the missed call\'s end;")
        .contains("still-open-yesterday-evening");

    assertThat(sql("--describe", "analytics.rate")).isEqualTo(OK);
    assertThat(console.out()).startsWith("analytics.rate(part bigint, whole bigint) → numeric\n");
  }

  @Test
  void unknown_names_and_contradicting_options_are_wrong_usage() {
    refused("cannot describe: NAME must be", "--describe", "journal.notification");
    refused("cannot find the cookbook query", "--cookbook", "no-such-question");
    refused(
        "must be one of source, from_date, until_date (was line)",
        "--cookbook",
        "who-let-it-ring",
        "--set",
        "line=1");
    refused("cannot read the query", "--cookbook", "who-let-it-ring", "select 1");
    refused("cannot use --set or --print", "--print", "select 1");
    refused("cannot use --timeout", "--timeout", "0", "select 1");
    refused("cannot use --timeout", "--timeout", "601", "select 1");
    refused("mutually exclusive", "--csv", "--json", "select 1");
    refused("cannot use --raw: it must be used with --csv", "--raw", "select 1");
  }

  @Test
  void an_option_written_without_dashes_is_named() {
    refused("; write --cookbook longest-waits\n", "cookbook", "longest-waits");
    refused("; write --cookbook longest-waits\n", "longest-waits");
    refused(
        "(was cookbook who let); write --cookbook NAME; did you mean who-let-it-ring?\n",
        "cookbook",
        "who",
        "let");
    refused("; write --cookbook NAME\n", "cookbook");
    refused("; write --describe missed_call\n", "describe", "missed_call");
    refused("; write --file mine.sql\n", "mine.sql");
    refused("it must be one argument, in quotation marks (was select 1", "select", "1");
    refused("(was longest-wait); did you mean longest-waits?\n", "--cookbook", "longest-wait");
  }

  private void refused(String sentence, String... arguments) {
    assertThat(sql(arguments)).as(sentence).isEqualTo(USAGE);
    assertThat(console.err()).contains(sentence);
  }

  private void source() {
    DSL.using(database.owner(), SQLDialect.POSTGRES)
        .execute("insert into config.source (name, zone, region) values ('main', 'UTC', 'ZZ')");
  }

  private int sql(String... arguments) {
    List<String> command = new ArrayList<>(List.of("sql"));
    command.addAll(List.of(arguments));
    return console.run(command.toArray(String[]::new));
  }
}
