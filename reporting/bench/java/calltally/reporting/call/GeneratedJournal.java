package calltally.reporting.call;

import calltally.sql.testing.TestDatabase;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** A journal of any size, written by PostgreSQL itself: five notifications a call, over two years. */
final class GeneratedJournal implements AutoCloseable {

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);

  GeneratedJournal() {
    sql.execute(
        "insert into config.source (name, zone, region) values ('main', 'Europe/Minsk', 'BY')");
    sql.execute(
        """
        insert into directory.line (source_id, number, name, department)
        select 1, '+37529000000' || n, 'Line ' || n, 'Department ' || n from generate_series(1, 4) as n
        """);
    sql.execute(
        """
        insert into directory.manager_number (source_id, number, manager, department)
        select 1, '+3752900000' || n, 'Manager ' || n, 'Department ' || n % 4 + 1 from generate_series(11, 40) as n
        """);
  }

  TestDatabase database() {
    return database;
  }

  DSLContext sql() {
    return sql;
  }

  /** Adds calls with the numbers {@code [from, until)}, spread evenly over two years. */
  void addCalls(int from, int until, int ofCalls) {
    sql.execute(
        """
        insert into journal.notification (
            source_id, received_at, occurred_at, digest, event, pbx_id, caller, receiver, status, duration,
            fields, method, channel, parser_version)
        select
            1, e.at, e.at, sha256(convert_to(c.n || e.event, 'UTF8')), e.event, 'call-' || c.n, e.caller, e.receiver, e.status, e.duration,
            '{}', 'POST', 'http', 1
        from (
            select
                n,
                timestamptz '2025-01-01 00:00:00Z' + (n::float8 / %3$d) * interval '690 days' as started_at,
                '+37529' || 1000000 + hashint4(n) %% 400000 as customer,
                '+37529000000' || abs(hashint4(n + 1)) %% 4 + 1 as line,
                '+3752900000' || abs(hashint4(n + 2)) %% 30 + 11 as manager,
                abs(hashint4(n + 3)) %% 40 as wait,
                abs(hashint4(n + 4)) %% 8 = 0 as missed
            from generate_series(%1$d, %2$d - 1) as n
        ) as c
        cross join lateral (values
            ('incoming_call_start', c.started_at, c.customer, c.line, null, null::numeric),
            ('incoming_call_start_chain_member_call', c.started_at + interval '1 second', c.customer, c.manager, null, null),
            ('incoming_call_end_chain_member_call', c.started_at + (c.wait + 2) * interval '1 second', c.customer, c.manager,
                case when c.missed then 'noanswer' else 'answer' end, null),
            (case when c.missed then 'call_routed' else 'incoming_call_answer' end, c.started_at + (c.wait + 2) * interval '1 second', c.customer, c.manager, null, null),
            ('incoming_call_end', c.started_at + (c.wait + 90) * interval '1 second', c.customer, c.line,
                case when c.missed then 'noanswer' else 'answer' end, 88)
        ) as e (event, at, caller, receiver, status, duration)
        """
            .formatted(from, until, ofCalls));
  }

  @Override
  public void close() {
    database.close();
  }
}
