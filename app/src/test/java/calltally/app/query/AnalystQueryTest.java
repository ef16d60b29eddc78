package calltally.app.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.testing.TestDatabase;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
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
  void a_result_within_the_limit_is_complete() {
    assertThat(run("select n, n = 2 as two from generate_series(1, 2) as n;", OptionalInt.of(2)))
        .isFalse();

    assertThat(out).hasToString("n,two\r\n1,f\r\n2,t\r\n");
  }

  @Test
  void a_result_beyond_the_limit_is_cut() {
    assertThat(run("select n from generate_series(1, 3) as n", OptionalInt.of(2))).isTrue();

    assertThat(out).hasToString("n\r\n1\r\n2\r\n");
  }

  @Test
  void without_a_limit_all_rows_are_written() {
    assertThat(run("select n from generate_series(1, 1201) as n", OptionalInt.empty())).isFalse();

    assertThat(out.toString().lines()).hasSize(1202);
  }

  @Test
  void views_of_analytics_can_be_read() {
    assertThat(run("table analytics.missed_call", OptionalInt.empty())).isFalse();
  }

  @Test
  void jsonb_operators_are_not_taken_for_parameters() {
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
  void other_schemas_cannot_be_read(String query) {
    assertThatThrownBy(() -> run(query, OptionalInt.empty()))
        .isInstanceOf(RefusedQueryException.class)
        .hasMessageContaining("permission denied for schema");
  }

  @ParameterizedTest
  @ValueSource(strings = {"create table t (n integer)", "do $$ begin create table t (); end $$"})
  void nothing_can_be_written(String query) {
    assertThatThrownBy(() -> run(query, OptionalInt.empty()))
        .isInstanceOf(RefusedQueryException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"commit; select 1", "select 1; reset role; select 1", "", "  -- nothing"})
  void anything_but_one_statement_is_refused(String query) {
    assertThatThrownBy(() -> run(query, OptionalInt.empty()))
        .isInstanceOf(RefusedQueryException.class)
        .hasMessageContaining("it must be one statement (was ");
  }

  @Test
  void a_semicolon_in_a_string_does_not_separate_statements() {
    assertThat(run("select ';' as c, $$;$$ as d; -- ;", OptionalInt.empty())).isFalse();
  }

  @Test
  void json_keeps_numbers_booleans_arrays_and_nulls() {
    String text =
        """
        select 'Анна "A"' as name, 1.50 as number, true as truth, null as nothing, array['a', 'b'] as list,
            timestamptz '2026-11-20 09:00+00' as at; -- with a semicolon
        """;

    assertThat(json(text, OptionalInt.empty())).isFalse();
    assertThat(out.toString())
        .startsWith("[\n{\"name\":\"Анна \\\"A\\\"\",\"number\":1.50,\"truth\":true,")
        .contains("\"nothing\":null,\"list\":[\"a\",\"b\"],\"at\":\"2026-11-20T")
        .endsWith("\"}\n]\n");
  }

  @Test
  void json_is_an_array_with_up_to_as_many_rows_as_the_limit() {
    json("select 1 as n where false", OptionalInt.empty());
    assertThat(out).hasToString("[]\n");
    out.setLength(0);

    assertThat(json("select n from generate_series(1, 3) as n", OptionalInt.of(2))).isTrue();
    assertThat(out).hasToString("[\n{\"n\":1},\n{\"n\":2}\n]\n");
  }

  @Test
  void json_also_requires_one_statement() {
    for (String two : List.of("select 1; select 2", "select 1) as a; select (2")) {
      assertThatThrownBy(() -> json(two, OptionalInt.empty()))
          .hasMessageContaining("it must be one statement (was 2)");
    }
  }

  @Test
  void a_query_beyond_the_timeout_is_cancelled() {
    AnalystQuery endless =
        new AnalystQuery(database.owner(), "select pg_sleep(600)", null, Duration.ofSeconds(1));

    assertThatThrownBy(() -> endless.run(OptionalInt.empty(), CsvResultWriter.guarded(out)))
        .hasMessage(
            "cannot run the query: it must end within 1 s and was cancelled; --timeout allows more");
  }

  @Test
  void an_error_has_the_message_and_hint_of_postgresql() {
    assertThatThrownBy(() -> run("select incomin from analytics.daily_line", OptionalInt.empty()))
        .hasMessageStartingWith("cannot run the query: column \"incomin\" does not exist")
        .hasMessageEndingWith(
            "(Perhaps you meant to reference the column \"daily_line.incoming\".)");
  }

  private boolean run(String query, OptionalInt limit) {
    return query(query).run(limit, CsvResultWriter.guarded(out));
  }

  private boolean json(String text, OptionalInt limit) {
    StringWriter written = new StringWriter();
    boolean isCut = query(text).asJson().run(limit, new JsonResultWriter(written));
    out.append(written);
    return isCut;
  }

  private AnalystQuery query(String text) {
    return new AnalystQuery(database.owner(), text, null, Duration.ofSeconds(60));
  }
}
