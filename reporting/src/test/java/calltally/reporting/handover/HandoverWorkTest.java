package calltally.reporting.handover;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.handover.bitrix24.Bitrix24;
import calltally.reporting.handover.bitrix24.Kind;
import calltally.sql.jooq.ledger.Routines;
import calltally.sql.testing.TestDatabase;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * How many rows and pages each statement reads, nested ones included: in proportion to the callers,
 * whatever the planner expects. Calls are analyzed, as the refresh does; nobody has analyzed the
 * ledger.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HandoverWorkTest {

  private static final int FEW = 400;
  private static final int TIMES = 4;

  /** Of what would take {@code TIMES} squared as long in a nested loop. */
  private static final double MOST_GROWTH = 1.5 * TIMES;

  /** Whatever is found by an index alone; a reader of the others would read each of them. */
  private static final Set<String> OF_ONE = Set.of("next message", "next task");

  private static final long MOST_OF_ONE = FEW * TIMES / 2;

  private static final Instant NOW = Instant.parse("2026-11-18T10:00:00Z");

  private static final String CALLERS =
      """
      insert into config.source (name, zone, region) values ('main', 'Europe/Minsk', 'BY');
      insert into calls.call (
          source_id, pbx_id, direction, started_at, ended_at, line, customer, customer_key, outcome,
          missed_reason, is_short, attempts, has_voicemail, hour_start, local_date, local_hour, is_internal,
          is_complete, anomalies)
      select
          s.source_id, 'call-' || n, 'incoming', t.at, t.at, '+375290000001', '+37529' || 1000000 + n,
          n, 'missed', 'no_answer', false, 1, false, date_trunc('hour', t.at), '2026-11-18', 11, false, true, '{}'
      from config.source as s
      cross join generate_series(1, %d) as n
      cross join lateral (
          select timestamptz '2026-11-18 08:00Z' + n * interval '1 second' as at) as t;
      insert into calls.missed_call (
          source_id, pbx_id, presumed, customer, customer_key, line, missed_at, local_date,
          followed_from)
      select
          source_id, pbx_id, false, customer, customer_key, line, started_at, local_date, started_at
      from calls.call;
      insert into calls.attempt (
          source_id, pbx_id, attempt_no, manager, outcome, implied, local_date, transfer_in,
          transfer_out)
      select source_id, pbx_id, 1, 'Anna', 'no_answer', false, local_date, false, false
      from calls.call;
      analyze calls.call, calls.missed_call, calls.attempt;
      """;

  private static final String CALLED_AGAIN =
      """
      insert into calls.call (
          source_id, pbx_id, direction, started_at, ended_at, line, customer, customer_key, outcome,
          missed_reason, is_short, attempts, has_voicemail, hour_start, local_date, local_hour, is_internal,
          is_complete, anomalies)
      select
          source_id, 'again-' || pbx_id, direction, started_at + interval '1 hour',
          ended_at + interval '1 hour', line, customer, customer_key, outcome, missed_reason, is_short,
          attempts, has_voicemail, hour_start, local_date, local_hour, is_internal, is_complete, anomalies
      from calls.call;
      insert into calls.missed_call (
          source_id, pbx_id, presumed, customer, customer_key, line, missed_at, local_date,
          followed_from)
      select
          source_id, pbx_id, false, customer, customer_key, line, started_at, local_date, started_at
      from calls.call
      where pbx_id like 'again-%';
      analyze calls.call, calls.missed_call;
      """;

  private static final String CALLED_BACK =
      """
      update calls.missed_call
      set callback_started_at = '2026-11-18 09:59Z',
          contact_pbx_id = 'back',
          contact_direction = 'outgoing',
          contact_at = '2026-11-18 09:59Z',
          contact_since = '2026-11-18 09:59Z';
      analyze calls.missed_call;
      """;

  private static final String DEADLINE =
      """
      insert into config.callback_rule (source_id, scope, deadline, within)
      select source_id, 'source', '10 minutes', 'always'
      from config.source
      """;

  private Map<String, Work> few = Map.of();
  private Map<String, Work> many = Map.of();

  /** Rows that all nodes of all plans returned or filtered, and pages that were read. */
  private record Work(long rows, long pages) {

    Work plus(Work other) {
      return new Work(rows + other.rows, pages + other.pages);
    }
  }

  @BeforeAll
  void measure() throws SQLException {
    few = measured(FEW);
    many = measured(FEW * TIMES);
  }

  @Test
  void the_work_grows_in_proportion_to_the_callers() {
    assertThat(many)
        .allSatisfy(
            (statement, work) -> {
              Work before = requireNonNull(few.get(statement));
              assertThat(work.rows())
                  .as("rows of %s, with few callers %d", statement, before.rows())
                  .isLessThan((long) (MOST_GROWTH * before.rows()));
              assertThat(work.pages())
                  .as("pages of %s, with few callers %d", statement, before.pages())
                  .isLessThan((long) (MOST_GROWTH * before.pages()));
            });
  }

  @Test
  void what_comes_next_is_found_without_reading_the_others() {
    assertThat(many.keySet()).containsAll(OF_ONE);
    OF_ONE.forEach(
        statement -> {
          Work work = requireNonNull(many.get(statement));
          assertThat(work.rows() + work.pages()).as(statement).isLessThan(MOST_OF_ONE);
        });
  }

  private static Map<String, Work> measured(int callers) throws SQLException {
    Map<String, Work> works = new LinkedHashMap<>();
    try (TestDatabase database = TestDatabase.create();
        Connection connection = database.owner().getConnection()) {
      PlanReader plans = new PlanReader();
      DSLContext sql = plans.of(connection);
      sql.execute(CALLERS.formatted(callers));
      PlanReader.begin(sql);
      works.put("first look", plans.workOf(() -> handOver(sql, "one,two,b24", callers)));
      works.put("look", plans.workOf(() -> handOver(sql, "one,two,b24", 0)));
      works.put("another receiver", plans.workOf(() -> handOver(sql, "one,two,b24,new", callers)));
      works.put("nobody settled", plans.workOf(() -> settle(sql, 0)));
      works.put("nobody called again", plans.workOf(() -> changed(sql, 0)));
      works.put("next message", plans.workOf(() -> openMessage(sql)));
      works.put("next task", plans.workOf(() -> claim(sql)));
      sql.execute(DEADLINE);
      works.put("everybody overdue", plans.workOf(() -> overdue(sql, callers)));
      sql.execute("update ledger.waiting_caller set overdue_since = missed_at");
      works.put("nobody overdue since", plans.workOf(() -> overdue(sql, 0)));
      sql.execute(CALLED_AGAIN);
      works.put("everybody called again", plans.workOf(() -> changed(sql, callers)));
      sql.execute(CALLED_BACK);
      works.put("everybody settled", plans.workOf(() -> settle(sql, callers)));
    }
    return works;
  }

  private static void handOver(DSLContext sql, String receivers, long callers) {
    assertThat(
            sql.fetchValue(
                "select ledger.hand_over('main', names, array(select interval '5 minutes' from"
                    + " unnest(names)), array(select n = 'b24' from unnest(names) as n),"
                    + " array(select false from unnest(names)), cast(? as timestamptz))"
                    + " from string_to_array(?, ',') as names",
                NOW.toString(),
                receivers))
        .isEqualTo(callers);
  }

  private static void settle(DSLContext sql, long callers) {
    assertThat(Routines.settleCallers(sql.configuration(), NOW)).isEqualTo(callers);
  }

  private static void changed(DSLContext sql, int tasks) {
    assertThat(
            sql.fetch("select * from ledger.changed_task(cast(? as timestamptz))", NOW.toString()))
        .hasSize(tasks);
  }

  private static void overdue(DSLContext sql, int callers) {
    assertThat(
            sql.fetch("select * from ledger.newly_overdue(cast(? as timestamptz))", NOW.toString()))
        .hasSize(callers);
  }

  private static void openMessage(DSLContext sql) {
    assertThat(Routines.openCallerMessage(sql.configuration(), "one", NOW, false)).isNotNull();
  }

  private static void claim(DSLContext sql) {
    Bitrix24 portal = Bitrix24.of(URI.create("https://portal.example.com/rest/1/code/"), Kind.TASK);
    TaskReceiver crm =
        new TaskReceiver(
            "b24", "main", portal, Duration.ofMinutes(5), false, new Responsibles(Map.of(), 1));
    assertThat(new ClaimTask(crm, NOW).run(sql)).isPresent();
  }

  /** Adds up what PostgreSQL notes of each statement's plan. */
  private static final class PlanReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Work read = new Work(0, 0);

    DSLContext of(Connection connection) {
      Connection noted = noting(Connection.class, connection);
      return DSL.using(noted);
    }

    /** A connection whose statements are read before they are closed, or such a statement. */
    private <T> T noting(Class<T> type, T noted) {
      return type.cast(
          Proxy.newProxyInstance(
              type.getClassLoader(),
              new Class<?>[] {type},
              (proxy, method, arguments) -> {
                if (noted instanceof Statement statement && method.getName().equals("close")) {
                  read(statement);
                }
                Object result = method.invoke(noted, arguments);
                return result instanceof PreparedStatement statement
                    ? noting(PreparedStatement.class, statement)
                    : result;
              }));
    }

    static void begin(DSLContext sql) {
      sql.execute(
          """
          load 'auto_explain';
          set auto_explain.log_min_duration = 0;
          set auto_explain.log_nested_statements = on;
          set auto_explain.log_analyze = on;
          set auto_explain.log_buffers = on;
          set auto_explain.log_timing = off;
          set auto_explain.log_format = json;
          set client_min_messages = log;
          """);
    }

    Work workOf(Runnable statement) {
      read = new Work(0, 0);
      statement.run();
      assertThat(read.rows()).isPositive();
      return read;
    }

    private void read(Statement statement) throws SQLException {
      for (SQLWarning note = statement.getWarnings(); note != null; note = note.getNextWarning()) {
        String text = String.valueOf(note.getMessage());
        int plan = text.indexOf('{');
        if (plan >= 0) {
          read = read.plus(work(text.substring(plan)));
        }
      }
    }

    private static Work work(String plan) {
      try {
        JsonNode top = JSON.readTree(plan).path("Plan");
        return new Work(rows(top), top.path("Shared Hit Blocks").asLong());
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(plan, e);
      }
    }

    private static long rows(JsonNode node) {
      double each = node.path("Actual Rows").asDouble();
      for (String filter : Set.of("Filter", "Join Filter", "Index Recheck")) {
        each += node.path("Rows Removed by " + filter).asDouble();
      }
      long rows = Math.round(each * node.path("Actual Loops").asLong());
      for (JsonNode child : node.path("Plans")) {
        rows += rows(child);
      }
      return rows;
    }
  }
}
