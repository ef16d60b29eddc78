package calltally.app.conformance;

import calltally.exchange.text.PhoneNumber;
import calltally.reporting.call.Refresh;
import calltally.sql.retention.CustomerRecords;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Erases the customers of a run: nothing of their numbers may be left, and no figure may change.
 */
final class EraseCustomers {

  /** Every spelling of a number ends with these. */
  private static final int LAST_DIGITS = 6;

  /** Ids, digests and marks may have any digits, a key stands for one number. */
  private static final String LEFT =
      """
      select count(*)
      from (
          select to_jsonb(n) - array['id', 'ingest_xid', 'digest'] as columns, null as key
          from journal.notification as n
          where n.source_id = {0}
          union all
          select to_jsonb(c) - 'customer_key', c.customer_key
          from calls.call as c
          where c.source_id = {0}
          union all
          select to_jsonb(m) - 'customer_key', m.customer_key
          from calls.missed_call as m
          where m.source_id = {0}
      ) as t
      where regexp_replace(t.columns::text, '~[0-9a-f]{16}', '', 'g')
              like '%' || right({1}, {2}) || '%'
          or t.key = journal.customer_key({1})
      """;

  private final DataSource owner;
  private final ConformanceFolder folder;
  private final DSLContext sql;

  EraseCustomers(DataSource owner, ConformanceFolder folder) {
    this.owner = owner;
    this.folder = folder;
    this.sql = DSL.using(owner, SQLDialect.POSTGRES);
  }

  void run(List<Variant> variants, List<String> differences) {
    Map<String, List<String>> before = new TreeMap<>();
    DerivedRows rows = new DerivedRows(owner);
    ComparedRows figures = new ComparedRows(rows);
    for (Variant variant : variants) {
      if (variant.isAsGiven()) {
        before.put(variant.source(), figures.of(variant.source()));
        for (String customer : customers(rows, variant.source())) {
          erase(variant.source(), customer, differences);
        }
      }
    }
    new Refresh(owner).rebuild();
    before.forEach(
        (source, expected) -> {
          if (!figures.of(source).equals(expected)) {
            differences.add(
                "%s: erasing a customer must change no figure (was %s, is %s)"
                    .formatted(source, expected, figures.of(source)));
          }
        });
  }

  private List<String> customers(DerivedRows rows, String source) {
    return Stream.concat(
            rows.calls(source).stream().flatMap(call -> call.text("customer").stream()),
            rows.journal(source).stream()
                .flatMap(row -> folder.exchange().numbers(row.inside("fields")).stream())
                .flatMap(text -> PhoneNumber.normalise(text, folder.region()).stream()))
        .filter(number -> number.startsWith("+"))
        .distinct()
        .toList();
  }

  private void erase(String source, String customer, List<String> differences) {
    int sourceId = sourceId(source);
    Map<String, Long> unused =
        new CustomerRecords(
                owner,
                sourceId,
                customer,
                written -> PhoneNumber.normalise(written, folder.region()))
            .erase();
    long left = left(sourceId, customer);
    if (left > 0) {
      differences.add(
          "%s: a number that was erased must not be left (was in %d rows)".formatted(source, left));
    }
  }

  private int sourceId(String source) {
    return sql.fetchSingle("select source_id from config.source where name = ?", source)
        .get(0, Integer.class);
  }

  private long left(int sourceId, String customer) {
    return sql.fetchSingle(LEFT, DSL.val(sourceId), DSL.val(customer), DSL.val(LAST_DIGITS))
        .get(0, Long.class);
  }
}
