package calltally.reporting.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.retention.ExpiredRows;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When reports leave the archive. */
final class ReportRetentionTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.pool(), SQLDialect.POSTGRES);

  @TempDir private Path folder;

  @BeforeEach
  void archive() throws IOException {
    for (String source : List.of("main", "other")) {
      sql.execute(
          """
          with source as (
              insert into config.source (name, zone, region) values (?, 'UTC', 'BY') returning source_id
          )
          insert into ledger.subscription (source_id, subscription, known_since) select source_id, 'daily', now() from source
          """,
          source);
      for (String due : List.of("2024-11-24", "2024-11-25", "2026-10-24", "2026-10-25")) {
        mailed(source, LocalDate.parse(due));
      }
    }
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void reports_are_removed_after_the_usual_time() throws IOException {
    assertThat(retention().preview(TODAY))
        .containsExactly(
            new ExpiredRows("main", "reports removed", Instant.parse("2024-11-25T00:00:00Z"), 1),
            new ExpiredRows("other", "reports removed", Instant.parse("2024-11-25T00:00:00Z"), 1));

    assertThat(retention().remove(TODAY)).isEqualTo(2);
    assertThat(retention().remove(TODAY)).isZero();

    assertThat(left())
        .containsExactly(
            "2024/11/25/2-daily",
            "2024/11/25/6-daily",
            "2026/10/24/3-daily",
            "2026/10/24/7-daily",
            "2026/10/25/4-daily",
            "2026/10/25/8-daily");
  }

  @Test
  void a_source_s_own_limit_overrides_the_usual_one() throws IOException {
    limit("main", 1);
    limit("other", 25);
    assertThat(retention().preview(TODAY))
        .containsExactly(
            new ExpiredRows("main", "reports removed", Instant.parse("2026-10-25T00:00:00Z"), 3),
            new ExpiredRows("other", "reports removed", Instant.parse("2024-10-25T00:00:00Z"), 0));

    assertThat(retention().remove(TODAY)).isEqualTo(3);

    assertThat(left())
        .containsExactly(
            "2024/11/24/5-daily",
            "2024/11/25/6-daily",
            "2026/10/24/7-daily",
            "2026/10/25/4-daily",
            "2026/10/25/8-daily");
  }

  @Test
  void a_report_that_is_in_no_ledger_is_kept_for_the_usual_time() throws IOException {
    limit("main", 1);
    limit("other", 1);
    Files.createDirectories(folder.resolve("2026/10/24/99-daily"));
    Files.createDirectories(folder.resolve("2024/11/24/99-daily"));
    retention().remove(TODAY);

    assertThat(left())
        .containsExactly("2026/10/24/99-daily", "2026/10/25/4-daily", "2026/10/25/8-daily");
  }

  private ReportRetention retention() {
    return new ReportRetention(database.pool(), new Archive(folder), Period.ofMonths(24));
  }

  private List<String> left() throws IOException {
    return new Archive(folder).reports().stream().map(ArchivedReport::path).toList();
  }

  private void limit(String source, int months) {
    sql.execute(
        "insert into config.retention (source_id, report_months) select source_id, ? from config.source where name = ?",
        months,
        source);
  }

  private void mailed(String source, LocalDate due) throws IOException {
    long mailing =
        sql.fetchSingle(
                """
                insert into ledger.mailing (source_id, subscription, from_date, until_date, due_at, deadline, state, next_attempt_at)
                select source_id, 'daily', ?, ?, now(), now(), 'due', now() from config.source where name = ?
                returning mailing_id
                """,
                due.minusDays(1),
                due,
                source)
            .get(0, Long.class);
    Path report = folder.resolve(due.toString().replace('-', '/')).resolve(mailing + "-daily/mail");
    Files.createDirectories(report);
    Files.writeString(report.resolve("letter.txt"), "x");
  }
}
