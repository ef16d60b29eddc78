package calltally.sql;

import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import calltally.sql.testing.AppendNotifications;
import calltally.sql.testing.TestDatabase;
import java.sql.Connection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultConnectionProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AppendTest {

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_repeated_delivery_is_stored_once_and_counted() {
    source();

    assertThat(append(row("aa"), row("bb"), row("aa"))).containsExactly(true, true, false);
    assertThat(append(row("bb"), row("cc"))).containsExactly(false, true);

    assertThat(sql.fetchCount(NOTIFICATION)).isEqualTo(3);
    assertThat(sql.fetchValue("select deliveries from journal.duplicate")).isEqualTo(2L);
  }

  @Test
  void without_times_of_its_own_a_repetition_within_seven_days_is_one_notification() {
    source();

    assertThat(append(received("aa", "2026-11-20T06:00:00Z"))).containsExactly(true);
    assertThat(
            append(received("aa", "2026-11-27T06:00:00Z"), received("bb", "2026-11-27T06:00:00Z")))
        .containsExactly(false, true);
    assertThat(append(received("aa", "2026-11-27T06:00:00.000001Z"))).containsExactly(true);
    assertThat(append(received("aa", "2026-11-13T06:00:00Z")))
        .as("out of the spool")
        .containsExactly(false);

    assertThat(
            sql.fetch("select occurred_at = received_at from journal.notification")
                .getValues(0, Boolean.class))
        .containsOnly(true);
    assertThat(sql.fetchValue("select sum(deliveries)::integer from journal.duplicate"))
        .isEqualTo(2);
  }

  @Test
  void repetitions_without_times_in_one_statement_are_one_notification() {
    source();

    assertThat(
            append(
                received("aa", "2026-11-20T06:00:05Z"),
                received("aa", "2026-11-20T06:00:04Z"),
                row("bb"),
                received("aa", "2026-11-20T06:00:06Z")))
        .containsExactly(true, false, true, false);

    assertThat(sql.fetchCount(NOTIFICATION)).isEqualTo(2);
  }

  @Test
  void two_transactions_do_not_store_the_same_notification_without_a_time() throws Exception {
    source();
    try (Connection first = database.owner().getConnection();
        Connection second = database.owner().getConnection()) {
      first.setAutoCommit(false);
      second.setAutoCommit(false);
      assertThat(append(first, received("aa", "2026-11-20T06:00:00Z"))).containsExactly(true);
      CompletableFuture<List<Boolean>> other =
          CompletableFuture.supplyAsync(
              () -> append(second, received("aa", "2026-11-20T06:00:01Z")));

      await()
          .until(
              () ->
                  sql.fetchValue(
                          "select count(*) from pg_stat_activity"
                              + " where wait_event_type = 'Lock'"
                              + " and datname = current_database()")
                      .equals(1L));
      first.commit();

      assertThat(other.get()).containsExactly(false);
      second.commit();
    }
  }

  @Test
  void what_the_same_transaction_stored_before_is_a_duplicate() throws Exception {
    source();
    try (Connection connection = database.owner().getConnection()) {
      connection.setAutoCommit(false);
      DSLContext transaction = DSL.using(connection);
      append(transaction, row("bb"));

      assertThat(append(transaction, row("cc"), row("bb"), row("aa"), row("cc")))
          .containsExactly(true, false, true, false);
      assertThat(append(transaction, row("bb"), row("aa"))).containsExactly(false, false);
      connection.commit();
    }

    assertThat(sql.fetchCount(NOTIFICATION)).isEqualTo(3);
    assertThat(sql.fetchValue("select deliveries from journal.duplicate")).isEqualTo(4L);
  }

  @Test
  void not_even_the_owner_can_change_the_journal() {
    source();
    append(row("aa"));

    assertThatThrownBy(() -> sql.execute("update journal.notification set event = 'x'"))
        .hasMessageContaining("journal is append-only");
    assertThatThrownBy(() -> sql.execute("delete from journal.notification"))
        .hasMessageContaining("journal is append-only");
    assertThatThrownBy(() -> sql.execute("truncate journal.notification"))
        .hasMessageContaining("journal is append-only");
    assertThatThrownBy(() -> sql.execute("truncate journal.notification_other"))
        .hasMessageContaining("journal is append-only");
  }

  private void source() {
    sql.execute(
        "insert into config.source (name, zone, region) values ('main', 'Europe/Minsk', 'BY')");
  }

  private List<Boolean> append(String... rows) {
    return append(sql, rows);
  }

  private static List<Boolean> append(Connection connection, String row) {
    return append(DSL.using(new DefaultConnectionProvider(connection), SQLDialect.POSTGRES), row);
  }

  private static List<Boolean> append(DSLContext sql, String... rows) {
    return new AppendNotifications("[" + String.join(",", rows) + "]").run(sql);
  }

  /** Of an exchange that reports no times. */
  private static String received(String digestByte, String at) {
    return """
        {"source_id": 1, "received_at": "%1$s", "occurred_at": "%1$s", "digest": "%2$s",
         "event": "event", "pbx_id": "1.1", "fields": {}, "method": "POST", "channel": "http",
         "parser_version": 1, "remarks": ["time_of_receipt"], "exchange": "itoolabs",
         "zone": "Europe/Minsk", "region": "BY"}
        """
        .formatted(at, digestByte.repeat(32));
  }

  private static String row(String digestByte) {
    return """
        {"source_id": 1, "received_at": "2026-11-20T06:00:01Z", "occurred_at": "2026-11-20T06:00:00Z",
         "digest": "%s", "event": "incoming_call_start", "pbx_id": "1.1", "fields": {},
         "method": "GET", "channel": "http", "parser_version": 1}
        """
        .formatted(digestByte.repeat(32));
  }
}
