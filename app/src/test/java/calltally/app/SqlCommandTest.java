package calltally.app;

import static calltally.app.Calltally.DONE;
import static calltally.app.Calltally.FAILED;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries on a database that somebody else looks after. */
final class SqlCommandTest {

  private final TestDatabase database = TestDatabase.create();
  private final Console console;

  SqlCommandTest(@TempDir Path folder) {
    console =
        new Console(folder)
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_query_is_answered_by_a_table() {
    assertThat(sql("select 'a' as letter, 12 as number")).isEqualTo(DONE);

    assertThat(console.out())
        .isEqualTo("letter  number\n──────  ──────\na           12\n(1 row)\n");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void a_query_may_come_from_standard_input_and_its_answer_as_csv() {
    console.typing("select 'a,b' as letters,\n null as nothing;\n");

    assertThat(sql("--csv", "-")).isEqualTo(DONE);

    assertThat(console.out()).isEqualTo("letters,nothing\r\n\"a,b\",\r\n");
  }

  @Test
  void a_table_is_cut_at_a_thousand_rows_and_says_so() {
    assertThat(sql("select n from generate_series(1, 1001) as n")).isEqualTo(DONE);

    assertThat(console.out()).endsWith("1000\n(1000 rows)\n");
    assertThat(console.err())
        .isEqualTo("Only the first 1,000 rows are shown; --limit shows more.\n");
  }

  @Test
  void a_limit_of_its_own_holds_for_csv_too() {
    assertThat(sql("--csv", "--limit", "2", "select n from generate_series(1, 3) as n"))
        .isEqualTo(DONE);

    assertThat(console.out()).isEqualTo("n\r\n1\r\n2\r\n");
    assertThat(console.err()).isEqualTo("Only the first 2 rows are shown; --limit shows more.\n");
  }

  @Test
  void a_mistake_in_the_query_fails_with_one_sentence() {
    assertThat(sql("selec 1")).isEqualTo(FAILED);

    assertThat(console.out()).isEmpty();
    assertThat(console.err())
        .isEqualTo("query could not be run: syntax error at or near \"selec\"\n");
  }

  @Test
  void without_a_query_it_tells_how_to_connect_but_no_password() {
    console.with("CALLTALLY_DATABASE_PASSWORD", "secret");

    assertThat(sql()).isEqualTo(DONE);

    assertThat(console.out())
        .startsWith("psql \"host=localhost port=")
        .contains("user=postgres options='-c role=analyst'\"\n")
        .doesNotContain("secret");
  }

  private int sql(String... arguments) {
    List<String> command = new ArrayList<>(List.of("sql"));
    command.addAll(List.of(arguments));
    return console.run(command.toArray(String[]::new));
  }
}
