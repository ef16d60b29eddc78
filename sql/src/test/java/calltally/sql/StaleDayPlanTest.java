package calltally.sql;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.sql.testing.TestDatabase;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refresh takes no longer the longer the history is: it reads the rows of the stale days. */
final class StaleDayPlanTest {

  private static final String HISTORY =
      """
      insert into config.source (name, zone, region) values ('main', 'Europe/Minsk', 'BY');
      insert into calls.call (
          source_id, pbx_id, direction, started_at, customer, customer_key, outcome, is_short, attempts, has_voicemail,
          hour_start, local_date, local_hour, is_internal, is_complete, anomalies)
      select
          s.source_id, d.day || '-' || c.number,
          case when c.number < 30 then 'outgoing' else 'incoming' end, d.day + interval '9 hours',
          '+37529' || c.number, c.number, 'answered', false, 1, false, d.day + interval '9 hours', d.day, 12, false, true, '{}'
      from config.source as s
      cross join generate_series(date '2026-01-01', '2026-06-30', '1 day') as d (day)
      cross join generate_series(1, 60) as c (number);
      insert into calls.attempt (
          source_id, pbx_id, attempt_no, manager, outcome, implied, local_date, transfer_in,
          transfer_out)
      select source_id, pbx_id, 1, 'Anna', 'answered', false, local_date, false, false
      from calls.call;
      insert into calls.stale_day
      select source_id, '2026-06-29'
      from config.source;
      analyze;
      """;

  /** As after a rebuild: the planner expects as many stale days as there were then. */
  private static final String MANY_DAYS_BEFORE =
      """
      insert into calls.stale_day
      select distinct source_id, local_date
      from calls.call
      on conflict do nothing;
      analyze calls.stale_day;
      delete from calls.stale_day
      where local_date <> '2026-06-29';
      """;

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);

  @BeforeEach
  void history() {
    sql.execute(HISTORY);
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"hourly_line", "daily_manager", "daily_quality"})
  void fresh_figures_are_read_by_index(String table) {
    assertThat(reads("select * from stats.fresh_" + table))
        .isNotEmpty()
        .allSatisfy(read -> assertThat(read).contains(" Cond: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hourly_line", "daily_manager", "daily_quality"})
  void fresh_figures_of_a_day_are_read_by_index_after_many_days_were_stale(String table) {
    sql.execute(MANY_DAYS_BEFORE);

    assertThat(reads("select * from stats.fresh_" + table))
        .isNotEmpty()
        .allSatisfy(
            read -> assertThat(read).containsPattern("(local_date|pbx_id|customer_key) >?="));
  }

  /** The nodes of a query's plan that read calls or rings, with their conditions. */
  private Stream<String> reads(String query) {
    String plan = String.join("\n", sql.fetch("explain " + query).getValues(0, String.class));
    return Stream.of(plan.split("->"))
        .filter(node -> node.contains(" on call_rows ") || node.contains(" on attempt_rows "));
  }
}
