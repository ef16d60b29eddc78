package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calltally.app.testing.CommandProcess;
import calltally.app.testing.TestConsole;
import calltally.sql.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Rebuilds by the command while a service receives and refreshes. */
@Timeout(300)
final class RebuildFaultsTest {

  private static final int REBUILDS = Integer.getInteger("faults.rebuilds", 3);
  private static final String HISTORY =
      """
      insert into journal.notification (source_id, received_at, occurred_at, digest, event, pbx_id,
          caller, receiver, fields, method, channel, parser_version)
      select 1, at, at, sha256(convert_to(n::text, 'UTF8')), 'incoming_call_start', 'old-' || n,
          '+375291112233', '+375290000001', '{}', 'POST', 'http', 1
      from generate_series(1, 2000) as n
      cross join lateral (
          select timestamptz '2026-10-01 06:00Z' + n * interval '10 minutes' as at) as t
      """;

  private static final String FIGURES =
      """
      select
          (select string_agg(d::text, ';' order by d::text) from analytics.daily_line as d
              where local_date < '2026-11-15'),
          (select md5(string_agg(c::text, ';' order by c::text)) from analytics.call as c
              where local_date < '2026-11-15')
      """;

  private static final String AWAITS_SNAPSHOTS =
      "select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";

  @TempDir private Path folder;

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void rebuilds_in_a_row_some_of_them_killed_change_no_figure_and_stop_no_refresh()
      throws Exception {
    RunningService service =
        new RunningService(
            folder, "database: {url: \"%s\", user: postgres}".formatted(database.address().url()));
    TestSenders senders = new TestSenders(service.port());
    try {
      awaitRow("select count(*) = 1 from config.source");
      sql.execute(HISTORY);
      awaitRow("select count(*) = 2000 from calls.call where pbx_id like 'old-%'");
      String before = sql.fetch(FIGURES).formatCSV();

      for (int rebuild = 0; rebuild < REBUILDS; rebuild++) {
        senders.await(100);
        if (rebuild % 3 == 1) {
          killWhileItWaits();
        } else {
          TestConsole console = new TestConsole(folder);
          assertThat(console.run("refresh", "--rebuild")).as(console.err()).isZero();
        }
        assertThat(sql.fetch(FIGURES).formatCSV()).isEqualTo(before);
      }
      senders.close();

      awaitRow(
          "select (select count(*) from calls.call) = count(distinct pbx_id)"
              + " from journal.notification");
      assertThat(sql.fetch(FIGURES).formatCSV()).isEqualTo(before);
      assertThat(Files.readString(folder.resolve("serve.log"))).doesNotContain("failed");
    } finally {
      senders.close();
      service.close();
    }
  }

  /** Kills a rebuild that waits for a reader, and returns when PostgreSQL has ended it too. */
  private void killWhileItWaits() throws Exception {
    try (Connection reader = reader()) {
      CommandProcess rebuild = CommandProcess.start(folder, "refresh", "--rebuild");
      awaitRow("select exists (" + AWAITS_SNAPSHOTS + ")");
      rebuild.process().destroyForcibly().waitFor();
      awaitRow("select not exists (" + AWAITS_SNAPSHOTS + ")");
      reader.rollback();
    }
  }

  private Connection reader() throws SQLException {
    Connection reader = database.owner().getConnection();
    reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    reader.setAutoCommit(false);
    DSL.using(reader).execute("select from config.source");
    return reader;
  }

  private void awaitRow(String condition) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> Boolean.TRUE.equals(sql.fetchValue(condition)));
  }
}
