package calltally.app.conformance;

import calltally.exchange.field.Fields;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** What a database holds of a source, a row as an object by columns. */
final class DerivedRows {

  private static final String JOURNAL =
      """
      select cast(to_jsonb(t) as text)
      from (
          select n.event, n.pbx_id, n.exchange, n.zone, n.region, n.alias, n.caller, n.receiver,
              n.occurred_at, n.received_at, to_jsonb(n.remarks) as remarks, n.fields,
              encode(n.digest, 'hex') as digest
          from journal.notification as n
          join config.source as s using (source_id)
          where s.name = ?
          order by n.occurred_at, n.digest
      ) as t
      """;

  /** The columns of that. */
  static final Set<String> OF_JOURNAL =
      Set.of(
          "event",
          "pbx_id",
          "exchange",
          "zone",
          "region",
          "alias",
          "caller",
          "receiver",
          "occurred_at",
          "received_at",
          "remarks",
          "fields");

  /** They are numbers of this database only. */
  private static final Set<String> NOT_COMPARED = Set.of("source_id", "customer_key");

  private static final String CALLS =
      """
      select cast(to_jsonb(c) - 'customer_key' - 'source_id' as text)
      from calls.call as c
      join config.source as s using (source_id)
      where s.name = ?
      order by c.pbx_id
      """;

  private static final String ATTEMPTS =
      """
      select cast(to_jsonb(a) - 'source_id' as text)
      from calls.attempt as a
      join config.source as s using (source_id)
      where s.name = ?
      order by a.pbx_id, a.attempt_no
      """;

  private static final String FAILURES =
      """
      select f.pbx_id
      from calls.failing_call as f
      join config.source as s using (source_id)
      where s.name = ?
      order by f.pbx_id
      """;

  private static final String WITH_TEXT =
      """
      select count(*)
      from (
          select cast(n as text) as stored from journal.notification as n
          union all
          select concat(r.query, encode(r.body, 'escape')) from journal.rejected as r
      ) as t
      where position({0} in t.stored) > 0
      """;

  private final DSLContext sql;

  DerivedRows(DataSource owner) {
    this.sql = DSL.using(owner, SQLDialect.POSTGRES);
  }

  /** The columns of calls or attempts that can be expected. */
  static Set<String> columns(Table<?> table) {
    return table
        .fieldStream()
        .map(Field::getName)
        .filter(column -> !NOT_COMPARED.contains(column))
        .collect(Collectors.toSet());
  }

  List<Fields> journal(String source) {
    return rows(JOURNAL, source);
  }

  List<Fields> calls(String source) {
    return rows(CALLS, source);
  }

  List<Fields> attempts(String source) {
    return rows(ATTEMPTS, source);
  }

  /** Calls that could not be derived. */
  List<String> failures(String source) {
    return sql.fetch(FAILURES, source).getValues(0, String.class);
  }

  /** How many stored requests of all sources contain a text. */
  long withText(String text) {
    return sql.fetchSingle(WITH_TEXT, DSL.val(text)).get(0, Long.class);
  }

  private List<Fields> rows(String query, String source) {
    return sql.fetch(query, source).getValues(0, String.class).stream().map(Fields::kept).toList();
  }
}
