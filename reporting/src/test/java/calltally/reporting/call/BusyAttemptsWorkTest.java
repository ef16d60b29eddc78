package calltally.reporting.call;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/**
 * How many rows are read to mark busy attempts: in proportion to the stale calls, even where nobody
 * has analyzed the tables, as in the first refresh of an import.
 */
final class BusyAttemptsWorkTest {

  private static final int FEW = 400;
  private static final int TIMES = 4;

  /** Of what would grow by {@code TIMES} squared if each call read all busy attempts. */
  private static final double MOST_GROWTH = 1.5 * TIMES;

  private static final String CALLS =
      """
      insert into config.source (name, zone, region) values ('main', 'Europe/Minsk', 'BY');
      insert into calls.stale_call (source_id, pbx_id)
      select source_id, 'call-' || n
      from config.source
      cross join generate_series(1, %d) as n;
      insert into calls.attempt (
          source_id, pbx_id, attempt_no, manager, started_at, outcome, implied, local_date, transfer_in,
          transfer_out)
      select
          source_id, pbx_id, 1, 'Anna', '2026-11-18 08:00Z'::timestamptz + n * interval '1 minute', 'busy',
          false, '2026-11-18', false, false
      from calls.stale_call
      cross join lateral substr(pbx_id, 6) as number
      cross join lateral cast(number as integer) as n;
      insert into calls.engagement (source_id, pbx_id, manager, engaged_from, engaged_until)
      select source_id, pbx_id, manager, started_at, started_at + interval '30 seconds'
      from calls.attempt
      """;

  private static final String READ =
      """
      select coalesce(idx_tup_fetch, 0) + seq_tup_read
      from pg_stat_xact_user_tables
      where relname = 'attempt_rows'
      """;

  @Test
  void the_work_grows_in_proportion_to_the_stale_calls() throws SQLException {
    assertThat((double) rowsRead(FEW * TIMES)).isLessThan(MOST_GROWTH * rowsRead(FEW));
  }

  private static long rowsRead(int calls) throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.owner().getConnection()) {
      connection.setAutoCommit(false);
      DSLContext sql = DSL.using(connection);
      sql.execute(CALLS.formatted(calls));
      long before = rowsRead(sql);
      assertThat(new MarkStaleBusyAttempts(sql).run()).isEqualTo(calls);
      return rowsRead(sql) - before;
    }
  }

  private static long rowsRead(DSLContext sql) {
    return ((Number) sql.fetchSingle(READ).get(0)).longValue();
  }
}
