package calltally.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.testing.AppendNotifications;
import calltally.sql.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What may be changed of what was written once: one notification in a month, one without a time.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AppendOnlyTest {

  private static final String ROWS =
      """
      [{"source": "main", "received_at": "2025-11-20T12:00:01Z", "occurred_at": "2025-11-20T12:00:00Z",
        "digest": "%s", "event": "incoming_call_start", "pbx_id": "1.1", "caller": "+375290001111",
        "fields": {}, "method": "POST", "channel": "http", "parser_version": 1},
       {"source": "main", "received_at": "2025-11-20T12:00:02Z", "digest": "%s", "event": "test",
        "fields": {}, "method": "POST", "channel": "http", "parser_version": 1}]
      """
          .formatted("aa".repeat(32), "bb".repeat(32));

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);

  @BeforeAll
  void receive() {
    sql.execute("insert into config.source (name, zone, region) values ('main', 'UTC', 'ZZ')");
    sql.execute("select journal.create_partition('2025-11-01')");
    assertThat(new AppendNotifications(ROWS).run(sql)).containsExactly(true, true);
  }

  @AfterAll
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update journal.notification set event = 'x'",
        "update journal.notification_other set event = 'x'",
        "delete from journal.notification_other",
        "truncate journal.notification, journal.notification_other",
        "truncate config.source cascade",
        "insert into journal.notification overriding system value"
            + " select * from journal.notification on conflict (source_id, occurred_at, digest) do update set event = 'x'",
        "update journal.deletion_log set kind = 'calls deleted'",
        "delete from journal.deletion_log",
        "truncate journal.deletion_log",
        "update ledger.printed_figure set value = 0",
        "delete from ledger.printed_figure",
        "truncate ledger.report_run cascade",
        "update ledger.removed_report set removed_at = now()",
        "delete from ledger.removed_report",
        "truncate ledger.removed_report"
      })
  void what_was_written_once_is_changed_not_even_by_the_owner(String change) {
    assertThatThrownBy(() -> sql.execute(change)).hasMessageContaining("is append-only");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "update journal.notification set caller = '~0123456789abcdef'  | true",
        "update journal.notification set fields = '{}', audio_path = null | true",
        "delete from journal.notification_other                        | true",
        "update journal.notification set id = default                  | false",
        "update journal.notification set event = 'x'                   | false",
        "update journal.notification set pbx_id = '2.1'                | false",
        "update journal.notification set digest = sha256('x')          | false",
        "update journal.notification set received_at = now()           | false",
        "update journal.notification set occurred_at = now()           | false",
        "update journal.notification set ingest_xid = '1'              | false",
        "delete from journal.notification where occurred_at > '-infinity' | false",
        "truncate journal.notification_other                           | false",
      })
  void an_announced_change_may_touch_numbers_and_the_default_partition_alone(
      String change, boolean allowed) throws SQLException {
    try (Connection connection = database.owner().getConnection()) {
      connection.setAutoCommit(false);
      DSLContext inside = DSL.using(connection);
      inside.execute("select journal.allow_change()");
      if (allowed) {
        assertThat(inside.execute(change)).isPositive();
      } else {
        assertThatThrownBy(() -> inside.execute(change)).hasMessageContaining("is append-only");
      }
      connection.rollback();
    }
    assertThatThrownBy(() -> sql.execute("update journal.notification set caller = 'x'"))
        .as("the announcement ends with its transaction")
        .hasMessageContaining("is append-only");
  }
}
