package calltally.reporting.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.call.TestJournal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/** The queries of docs/statistics.md, run as the analyst, each with an answer. */
final class DocumentedQueriesTest {

  private static final Path DOCUMENT = Path.of("..", "docs", "statistics.md");
  private static final Pattern QUERY = Pattern.compile("```sql\n(.*?);\n```", Pattern.DOTALL);

  private static final String MISSED =
      """
      start        | 2026-11-20T06:00:00 | C | SALES
      member start | 2026-11-20T06:00:01 | C | A
      member end   | 2026-11-20T06:00:30 | C | A     | noanswer
      end          | 2026-11-20T06:00:30 | C | SALES | noanswer
      """;

  private static final String MISSED_ON_MONDAY = MISSED.replace("2026-11-20", "2026-11-16");

  @Test
  void every_example_runs_as_analyst_and_returns_rows() throws IOException {
    List<String> queries =
        QUERY.matcher(Files.readString(DOCUMENT)).results().map(result -> result.group(1)).toList();
    assertThat(queries).hasSizeGreaterThanOrEqualTo(8);
    try (TestJournal journal = new TestJournal("Europe/Minsk")) {
      journal
          .sql()
          .execute(
              """
              insert into config.shift (source_id, weekday, from_time, to_time)
              select 1, weekday, '09:00', '18:00'
              from generate_series(1, 5) as weekday
              """);
      journal.receive("0", MISSED_ON_MONDAY);
      journal.receive("1", MISSED);
      journal.refresh().run();
      journal.sql().execute("alter database %s set role analyst".formatted(name(journal)));

      DSLContext analyst = DSL.using(journal.owner(), SQLDialect.POSTGRES);
      for (String query : queries) {
        assertThat(analyst.fetch(query)).as(query).isNotEmpty();
      }
      assertThat(analyst.fetchValue("select current_user")).isEqualTo("analyst");
    }
  }

  private static String name(TestJournal journal) {
    return journal.rows("select current_database()");
  }
}
