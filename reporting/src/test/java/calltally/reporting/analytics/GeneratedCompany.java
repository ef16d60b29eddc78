package calltally.reporting.analytics;

import static calltally.sql.jooq.calls.Tables.CALL;

import calltally.reporting.call.Refresh;
import calltally.sql.jooq.calls.tables.records.CallRecord;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * A small company's two months, the same each time: the benchmarks' generator at fifty calls a day.
 */
public final class GeneratedCompany {

  private static final Path GENERATOR = Path.of("bench", "sql", "journal.sql");
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 8, 31);

  /** The day after the last one, which queries take for today. */
  static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

  static final ZoneId ZONE = ZoneId.of("Europe/Minsk");

  private static final String MIDNIGHT = "timestamptz '" + TODAY + " 00:00+03'";

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.pool(), SQLDialect.POSTGRES);

  /** The company shared by all tests of the JVM; its database ends with the server. */
  static GeneratedCompany shared() {
    return Shared.COMPANY;
  }

  /** Receives the notifications and derives calls and statistics. */
  private GeneratedCompany() {
    try {
      sql.execute(Files.readString(GENERATOR));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sql.fetch(
        "select bench.add_days({0}, {1}, share_of_calls => 0.03, customers => 500)",
        DSL.inline(FIRST_DAY), DSL.inline(TODAY));
    tagSomeCalls();
    sql.execute(
        "insert into config.callback_rule"
            + " select source_id, 'source', '', '30 minutes', 'always', '{}', false from config.source");
    new Refresh(database.pool()).run();
  }

  /** Makes every tenth incoming call an order and every fifteenth a complaint. */
  private void tagSomeCalls() {
    sql.execute(
        """
        insert into journal.notification (
            source_id, received_at, occurred_at, digest, event, pbx_id, fields, method, channel, parser_version)
        select
            n.source_id, n.received_at, n.occurred_at, sha256(convert_to('tags ' || n.pbx_id, 'UTF8')), 'tags', n.pbx_id,
            jsonb_build_object('tags', case when n.id % 15 = 0 then '["complaint"]'::jsonb else '["order", "new"]'::jsonb end),
            'POST', 'http', 1
        from journal.notification as n
        where n.event = 'incoming_call_end'
            and (n.id % 10 = 0 or n.id % 15 = 0)
        """);
  }

  DSLContext sql() {
    return sql;
  }

  /**
   * The calls of the days before {@link #TODAY}, without internal ones, in order of their start.
   */
  List<CallRecord> callsOfDays(int days) {
    return sql.selectFrom(CALL)
        .where(CALL.LOCAL_DATE.ge(TODAY.minusDays(days)))
        .and(CALL.LOCAL_DATE.lt(TODAY))
        .andNot(CALL.IS_INTERNAL)
        .orderBy(CALL.STARTED_AT, CALL.PBX_ID)
        .fetch();
  }

  /** The answer that an analyst gets on the day {@link #TODAY}, in the zone of the source. */
  Result<Record> answer(String query) {
    return answer(query, ZONE.toString());
  }

  /** The same in a session with that time zone. */
  Result<Record> answer(String query, String zone) {
    return sql.transactionResult(
        transaction -> {
          DSLContext analyst = transaction.dsl();
          List.of(
                  "set transaction read only",
                  "set local role analyst",
                  "set local timezone = '" + zone + "'")
              .forEach(analyst::execute);
          return analyst.fetch(judgedOnThatDay(asOfThatDay(query)));
        });
  }

  /**
   * Replaces the view, which judges by the machine's clock, by the function with a fixed moment.
   */
  private static String judgedOnThatDay(String query) {
    return query.replace(
        "analytics.missed_call as", "analytics.missed_call_at(" + MIDNIGHT + ") as");
  }

  /** Makes a query that asks for today's date and time see {@link #TODAY}. */
  public static String asOfThatDay(String query) {
    return query
        .replace("analytics.today('main')", "date '" + TODAY + "'")
        .replace("now()", MIDNIGHT);
  }

  private static final class Shared {

    static final GeneratedCompany COMPANY = new GeneratedCompany();
  }
}
