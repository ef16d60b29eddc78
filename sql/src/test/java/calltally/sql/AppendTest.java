package calltally.sql;

import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.testing.AppendNotifications;
import calltally.sql.testing.TestDatabase;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
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
    return new AppendNotifications("[" + String.join(",", rows) + "]").run(sql);
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
