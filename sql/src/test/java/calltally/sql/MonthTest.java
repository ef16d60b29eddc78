package calltally.sql;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.AppendNotifications;
import calltally.sql.testing.TestDatabase;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The partition of a month for which notifications arrived before it was created. */
final class MonthTest {

  private static final String ROWS =
      "select string_agg(n::text, ' ' order by n.id) from journal.notification as n";
  private static final String PLACES =
      "select string_agg(n.tableoid::regclass::text, ' ' order by n.id) from journal.notification as n";

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);

  @BeforeEach
  void source() {
    sql.execute(
        "insert into config.source (name, zone, region) values ('main', 'Europe/Minsk', 'BY')");
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void a_notification_dated_ahead_keeps_no_month_out_of_partitions() {
    append("aa", "2040-02-29T23:59:59.999999Z");
    append("bb", "2040-03-01T00:00:00Z");
    append("cc", "2040-03-31T23:59:59.999999Z");
    append("dd", "2040-04-01T00:00:00Z");
    append("ee", "-infinity");
    Object rows = sql.fetchValue(ROWS);

    assertThat(created("2040-03-15")).isTrue();

    assertThat(sql.fetchValue(ROWS)).isEqualTo(rows);
    assertThat(sql.fetchValue(PLACES))
        .isEqualTo(
            "journal.notification_other journal.notification_204003 journal.notification_204003"
                + " journal.notification_other journal.notification_other");
    assertThat(created("2040-03-15")).isFalse();
    assertThat(append("bb", "2040-03-01T00:00:00Z")).containsExactly(false);
  }

  @Test
  void several_such_months_are_created_in_one_transaction() {
    append("aa", "2040-02-10T06:00:00Z");
    append("bb", "2040-03-10T06:00:00Z");

    sql.transaction(
        one -> {
          assertThat(one.dsl().fetchValue("select journal.create_partition('2040-02-01')"))
              .isEqualTo(true);
          assertThat(one.dsl().fetchValue("select journal.create_partition('2040-03-01')"))
              .isEqualTo(true);
        });

    assertThat(sql.fetchValue("select count(*) from journal.notification_other")).isEqualTo(0L);
  }

  @Test
  void more_than_ten_thousand_stay_where_they_are() {
    insert(10_000);
    assertThat(created("2040-03-01")).isTrue();
    assertThat(sql.fetchValue("select count(*) from journal.notification_204003"))
        .isEqualTo(10_000L);

    sql.execute("alter table journal.notification detach partition journal.notification_204003");
    sql.execute("drop table journal.notification_204003");
    insert(10_001);
    assertThat(created("2040-03-01")).isFalse();
    assertThat(sql.fetchValue("select count(*) from journal.notification_other"))
        .isEqualTo(10_001L);
  }

  private void insert(int rows) {
    sql.execute(
        """
        insert into journal.notification (source_id, received_at, occurred_at, digest, event, fields, method, channel, parser_version)
        select 1, now(), timestamptz '2040-03-05Z', sha256(convert_to(n::text, 'UTF8')), 'test', '{}', 'POST', 'http', 1
        from generate_series(1, %d) as n
        """
            .formatted(rows));
  }

  private boolean created(String day) {
    return Boolean.TRUE.equals(sql.fetchValue("select journal.create_partition('" + day + "')"));
  }

  private List<Boolean> append(String digestByte, String occurredAt) {
    return new AppendNotifications(
            """
            [{"source_id": 1, "received_at": "2026-11-20T06:00:01Z", "occurred_at": "%s",
              "digest": "%s", "event": "test", "fields": {"a": 1},
              "method": "GET", "channel": "http", "parser_version": 1}]
            """
                .formatted(occurredAt, digestByte.repeat(32)))
        .run(sql);
  }
}
