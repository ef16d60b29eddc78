package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many rows are read to delete the statistics of a stale day: those of the day alone. */
final class StaleDaysWorkTest {

  private static final int DAYS = 100;

  private static final String HISTORY =
      """
      insert into config.source (name, zone, region) values ('main', 'Europe/Minsk', 'BY');
      insert into calls.call (
          source_id, pbx_id, direction, started_at, line, outcome, is_short, attempts, has_voicemail,
          hour_start, local_date, local_hour, is_internal, is_complete, anomalies)
      select
          s.source_id, d.day || '-' || c.number, 'incoming', d.day + c.number * interval '1 hour',
          '100', 'answered', false, 1, false, d.day + c.number * interval '1 hour', d.day, 12, false,
          true, '{}'
      from config.source as s
      cross join generate_series(date '2026-08-01', date '2026-08-01' + %d - 1, '1 day') as d (day)
      cross join generate_series(1, 10) as c (number);
      insert into calls.attempt (
          source_id, pbx_id, attempt_no, manager, outcome, implied, local_date, transfer_in,
          transfer_out)
      select source_id, pbx_id, 1, 'Manager ' || local_hour, 'answered', false, local_date, false, false
      from calls.call;
      insert into calls.stale_day
      select distinct source_id, local_date
      from calls.call;
      """
          .formatted(DAYS);

  private static final String READ =
      """
      select coalesce(idx_tup_fetch, 0) + seq_tup_read
      from pg_stat_xact_user_tables
      where relname = ?
      """;

  @ParameterizedTest
  @CsvSource({"hourly_line_rows, 10", "daily_manager_rows, 1", "daily_quality_rows, 1"})
  void rows_of_other_days_are_not_read(String table, long rowsOfTheDay) throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.owner().getConnection()) {
      DSLContext sql = DSL.using(connection);
      sql.execute(HISTORY);
      new ComputeStaleDays().run(sql, false);
      sql.execute("analyze stats.hourly_line, stats.daily_manager, stats.daily_quality");
      connection.setAutoCommit(false);
      sql.execute("insert into calls.stale_day select source_id, '2026-08-09' from config.source");
      SessionSettings.forRefresh(sql);

      assertThat(new ComputeStaleDays().run(sql, false)).isEqualTo(1);

      assertThat(((Number) sql.fetchSingle(READ, table).get(0)).longValue())
          .isEqualTo(rowsOfTheDay);
    }
  }
}
