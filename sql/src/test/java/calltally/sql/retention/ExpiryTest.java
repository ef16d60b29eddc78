package calltally.sql.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.testing.AppendNotifications;
import calltally.sql.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * When what expires, how far back calls are derived, and which months the journal has. Each test is
 * a transaction that is rolled back.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExpiryTest {

  private final TestDatabase database = TestDatabase.create();
  private final Connection connection = database.owner().getConnection();
  private final DSLContext sql = DSL.using(connection);

  ExpiryTest() throws SQLException {
    connection.setAutoCommit(false);
  }

  @AfterEach
  void forget() throws SQLException {
    connection.rollback();
  }

  @AfterAll
  void drop() throws SQLException {
    connection.close();
    database.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // Whole months of UTC, whatever the zone.
        "UTC              | notification_months | 2  | 2025-03-31T23:59:59Z | 2025-01-01T00:00:00Z",
        "Europe/Minsk     | notification_months | 2  | 2025-03-31T23:59:59Z | 2025-01-01T00:00:00Z",
        "Europe/Minsk     | notification_months | 2  | 2025-04-01T00:00:00Z | 2025-02-01T00:00:00Z",
        // Local midnight; 31 March minus a month is the last day of February.
        "Europe/Minsk     | call_months         | 1  | 2025-03-31T12:00:00Z | 2025-02-27T21:00:00Z",
        "Europe/Minsk     | call_months         | 12 | 2025-02-28T20:59:59Z | 2024-02-27T21:00:00Z",
        "Europe/Minsk     | call_months         | 12 | 2025-02-28T21:00:00Z | 2024-02-29T21:00:00Z",
        // Summer time began in between: midnight was at 23:00 UTC, not at 22:00.
        "Europe/Berlin    | recording_months    | 6  | 2025-05-10T12:00:00Z | 2024-11-09T23:00:00Z",
        "America/New_York | number_days         | 30 | 2025-03-20T03:59:59Z | 2025-02-17T05:00:00Z",
        "America/New_York | number_days         | 30 | 2025-03-20T04:00:00Z | 2025-02-18T05:00:00Z",
      })
  void data_expires_at_local_midnight_and_notifications_by_whole_months(
      String zone, String limit, int amount, String at, String expected) {
    source(1, zone);
    limit(1, limit, amount);

    String column =
        switch (limit) {
          case "notification_months" -> "notifications";
          case "call_months" -> "calls";
          case "recording_months" -> "recordings";
          default -> "numbers";
        };
    assertThat(expiry(1, column, at)).isEqualTo(expected);
    for (String other : List.of("notifications", "calls", "recordings", "numbers")) {
      if (!other.equals(column)) {
        assertThat(expiry(1, other, at)).as(other).isNull();
      }
    }
  }

  @Test
  void months_are_kept_as_long_as_the_source_that_keeps_them_longest() {
    source(1, "UTC");
    source(2, "UTC");
    limit(1, "notification_months", 2);
    assertThat(expiry(1, "notifications", "2025-04-15T00:00:00Z")).isNull();

    limit(2, "notification_months", 6);
    assertThat(expiry(1, "notifications", "2025-04-15T00:00:00Z"))
        .isEqualTo("2024-10-01T00:00:00Z");

    sql.execute("update config.source set active = false where source_id = 2");
    assertThat(expiry(1, "notifications", "2025-04-15T00:00:00Z"))
        .as("an inactive source without notifications keeps no month")
        .isEqualTo("2025-02-01T00:00:00Z");

    receive(2, "aa", "2025-01-10T00:00:00Z");
    assertThat(expiry(1, "notifications", "2025-04-15T00:00:00Z"))
        .isEqualTo("2024-10-01T00:00:00Z");
  }

  @Test
  void an_instant_ahead_of_the_clock_is_replaced_by_the_clock() {
    source(1, "UTC");
    limit(1, "number_days", 30);

    assertThat(expiry(1, "numbers", "9999-01-01T00:00:00Z"))
        .isEqualTo(
            sql.fetchValue(
                "select to_char(date_trunc('day', now() at time zone 'UTC') - interval '30 days',"
                    + " 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "UTC              | 2025-05-01T00:00:00Z | -                    | 2025-05-01",
        "Europe/Minsk     | 2025-05-01T00:00:00Z | -                    | 2025-05-02",
        "America/New_York | 2025-05-01T00:00:00Z | -                    | 2025-05-01",
        "UTC              | -                    | 2025-05-01T00:00:00Z | 2025-05-09",
        "Europe/Minsk     | -                    | 2025-04-30T21:00:00Z | 2025-05-09",
        "UTC              | 2025-06-01T00:00:00Z | 2025-05-01T00:00:00Z | 2025-06-01",
      })
  void statistics_are_computed_again_only_from_the_first_day_that_is_known_whole(
      String zone, @Nullable String notifications, @Nullable String calls, String expected) {
    source(1, zone);

    moveHorizon(notifications, calls);

    assertThat(text("select statistics_from::text from journal.horizon")).isEqualTo(expected);
  }

  @Test
  void the_horizon_never_moves_back() {
    source(1, "UTC");
    moveHorizon("2025-05-01T00:00:00Z", "2025-06-10T00:00:00Z");
    String moved = text("select h::text from journal.horizon as h");

    moveHorizon("2025-04-01T00:00:00Z", "2025-06-09T00:00:00Z");
    moveHorizon(null, null);

    assertThat(text("select h::text from journal.horizon as h")).isEqualTo(moved);
    assertThat(sql.fetchValue("select derived_from = '2025-06-10T00:00:00Z' from journal.horizon"))
        .isEqualTo(true);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "-  | -  | 2025-04-15T00:00:00Z | 3",
        "2  | -  | 2025-04-15T00:00:00Z | 2",
        "2  | 60 | 2025-04-15T00:00:00Z | 2",
        "6  | 30 | 2025-04-15T00:00:00Z | 1",
        "-  | 30 | 2025-04-14T20:59:59Z | 2",
        "-  | 30 | 2025-04-14T21:00:00Z | 1",
      })
  void rejected_requests_go_with_notifications_or_with_numbers_whichever_is_first(
      @Nullable Integer months, @Nullable Integer days, String at, int left) {
    source(1, "Europe/Minsk");
    sql.execute(
        "insert into config.retention (source_id, notification_months, number_days)"
            + " values (1, ?::integer, ?::integer)",
        months,
        days);
    for (String received :
        List.of("2025-02-14T20:59:59Z", "2025-03-15T20:59:59Z", "2025-04-01T00:00:00Z")) {
      sql.execute(
          "select journal.reject(1, ?::timestamptz, 'x', null, 'POST', 'http', null, 'q', null, 1)",
          received);
    }

    Object gone = sql.fetchValue("select journal.delete_expired_requests(?::timestamptz)", at);

    assertThat(gone).isEqualTo(3L - left);
    assertThat(sql.fetchValue("select count(*)::integer from journal.rejected")).isEqualTo(left);
    assertThat(sql.fetchValue("select sum(requests)::integer from journal.rejected_day"))
        .as("the counts per day stay")
        .isEqualTo(3);
    assertThat(
            sql.fetchValue(
                "select coalesce(sum(affected_rows), 0)::bigint from journal.deletion_log"))
        .isEqualTo(gone);
  }

  @Test
  void a_month_is_created_once_and_takes_its_notifications() {
    source(1, "UTC");
    assertThat(createMonth("2019-02-28")).isTrue();
    assertThat(createMonth("2019-02-01")).isFalse();
    receive(1, "aa", "2019-01-31T23:59:59.999999Z");
    receive(1, "bb", "2019-02-01T00:00:00Z");
    receive(1, "cc", "2019-02-28T23:59:59.999999Z");
    receive(1, "dd", "2019-03-01T00:00:00Z");

    assertThat(sql.fetchValue("select count(*) from journal.notification_201902")).isEqualTo(2L);
    assertThat(createMonth("2019-01-01")).isTrue();
    assertThat(sql.fetchValue("select count(*) from journal.notification_201901"))
        .as("what was there before the month moves into it")
        .isEqualTo(1L);
    assertThat(createMonth("2019-03-31")).isTrue();
    assertThat(createMonth("2019-04-01")).isTrue();
    assertThatThrownBy(() -> sql.execute("truncate journal.notification_201902"))
        .hasMessageContaining("cannot truncate journal.notification_201902");
  }

  @Test
  void a_month_that_retention_has_dropped_is_not_created_again() {
    source(1, "UTC");
    moveHorizon("2019-03-01T00:00:00Z", null);

    assertThat(createMonth("2019-02-28")).isFalse();
    assertThat(createMonth("2019-03-01")).isTrue();
  }

  @Test
  void a_day_at_the_end_of_a_month_needs_the_months_around_that_month() {
    source(1, "UTC");

    Object created = sql.fetchValue("select journal.create_partitions_around('2020-01-31')");

    assertThat(created).isEqualTo(7);
    assertThat(
            text(
                "select min(relname::text) || ' ' || max(relname::text) from pg_class"
                    + " where relkind = 'r' and relname ~ '^notification_20(1|20)'"))
        .isEqualTo("notification_201910 notification_202004");
    assertThat(sql.fetchValue("select journal.create_partitions_around('2020-01-01')"))
        .isEqualTo(0);
  }

  @Test
  void expired_months_are_those_that_ended_before_the_bound() {
    assertThat(createMonth("2018-12-01") && createMonth("2019-01-01")).isTrue();

    assertThat(
            sql.fetchValues(
                "select partition::text from journal.expired_partitions('2019-02-01T00:00:00Z')"))
        .isEqualTo(List.of("journal.notification_201812", "journal.notification_201901"));
    assertThat(
            sql.fetchValues(
                "select partition::text from journal.expired_partitions('2019-01-01T00:00:00Z')"))
        .isEqualTo(List.of("journal.notification_201812"));
  }

  @Test
  void a_failing_step_does_not_stop_the_others_and_is_reported_at_the_end() {
    IndependentSteps steps = new IndependentSteps();
    DataAccessException first = new DataAccessException("first");
    DataAccessException second = new DataAccessException("second");

    assertThat(steps.run(() -> failing(first))).isZero();
    assertThat(steps.run(() -> 7)).isEqualTo(7);
    assertThat(steps.run(() -> failing(second))).isZero();

    assertThatThrownBy(steps::end).isSameAs(first).hasSuppressedException(second);
  }

  private static long failing(DataAccessException failure) {
    throw failure;
  }

  private void source(int sourceId, String zone) {
    sql.execute(
        "insert into config.source (source_id, name, zone, region) overriding system value"
            + " values (?, 'source ' || ?, ?, 'BY')",
        sourceId,
        sourceId,
        zone);
  }

  private void limit(int sourceId, String column, int amount) {
    sql.execute(
        "insert into config.retention (source_id, %s) values (?, ?)".formatted(column),
        sourceId,
        amount);
  }

  private void receive(int sourceId, String digestByte, String at) {
    String row =
        """
        [{"source_id": %d, "received_at": "%s", "occurred_at": "%2$s", "digest": "%s",
          "event": "test", "fields": {}, "method": "POST", "channel": "http", "parser_version": 1}]
        """
            .formatted(sourceId, at, digestByte.repeat(32));
    assertThat(new AppendNotifications(row).run(sql)).containsExactly(true);
  }

  private void moveHorizon(@Nullable String notifications, @Nullable String calls) {
    sql.execute(
        "select journal.move_horizon(1, ?::timestamptz, ?::timestamptz, null)",
        notifications,
        calls);
  }

  private boolean createMonth(String day) {
    return Boolean.TRUE.equals(sql.fetchValue("select journal.create_partition(?::date)", day));
  }

  private @Nullable Object expiry(int sourceId, String column, String at) {
    return sql.fetchValue(
        "select to_char(%s at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')".formatted(column)
            + " from journal.expiry(?::timestamptz) where source_id = ?",
        at,
        sourceId);
  }

  private String text(String query) {
    return String.valueOf(sql.fetchValue(query));
  }
}
