package calltally.app.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.testing.TestDatabase;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AnalystQueryTest {

  private final TestDatabase database = TestDatabase.create();
  private final StringBuilder out = new StringBuilder();

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void an_answer_within_the_limit_is_whole() {
    assertThat(run("select n, n = 2 as two from generate_series(1, 2) as n;", OptionalInt.of(2)))
        .isFalse();

    assertThat(out).hasToString("n,two\r\n1,f\r\n2,t\r\n");
  }

  @Test
  void an_answer_beyond_the_limit_is_cut() {
    assertThat(run("select n from generate_series(1, 3) as n", OptionalInt.of(2))).isTrue();

    assertThat(out).hasToString("n\r\n1\r\n2\r\n");
  }

  @Test
  void without_a_limit_all_rows_come() {
    assertThat(run("select n from generate_series(1, 1201) as n", OptionalInt.empty())).isFalse();

    assertThat(out.toString().lines()).hasSize(1202);
  }

  @Test
  void every_view_of_analytics_may_be_read() {
    assertThat(run("table analytics.missed_call", OptionalInt.empty())).isFalse();
  }

  @Test
  void jsonb_operators_are_no_parameters() {
    assertThat(run("select '{\"a\": 1}'::jsonb ? 'a' as has", OptionalInt.empty())).isFalse();

    assertThat(out).hasToString("has\r\nt\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select count(*) from journal.notification",
        "select count(*) from calls.call",
        "select * from config.source_token",
      })
  void nothing_else_may_be_read(String query) {
    assertThatThrownBy(() -> run(query, OptionalInt.empty()))
        .isInstanceOf(RefusedQueryException.class)
        .hasMessageContaining("permission denied for schema");
  }

  @ParameterizedTest
  @ValueSource(strings = {"create table t (n integer)", "do $$ begin create table t (); end $$"})
  void nothing_may_be_written(String query) {
    assertThatThrownBy(() -> run(query, OptionalInt.empty()))
        .isInstanceOf(RefusedQueryException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"commit; select 1", "select 1; reset role; select 1", "", "  -- nothing"})
  void it_has_to_be_one_statement(String query) {
    assertThatThrownBy(() -> run(query, OptionalInt.empty()))
        .isInstanceOf(RefusedQueryException.class)
        .hasMessageContaining("it has to be one statement, was ");
  }

  @Test
  void a_semicolon_within_a_text_separates_nothing() {
    assertThat(run("select ';' as c, $$;$$ as d; -- ;", OptionalInt.empty())).isFalse();
  }

  @Test
  void a_mistake_is_told_in_the_words_of_postgresql() {
    assertThatThrownBy(() -> run("select incomin from analytics.daily_line", OptionalInt.empty()))
        .hasMessageStartingWith("query could not be run: column \"incomin\" does not exist")
        .hasMessageEndingWith(
            "(Perhaps you meant to reference the column \"daily_line.incoming\".)");
  }

  private boolean run(String query, OptionalInt limit) {
    return new AnalystQuery(database.owner(), query).run(limit, new CsvRows(out));
  }
}
