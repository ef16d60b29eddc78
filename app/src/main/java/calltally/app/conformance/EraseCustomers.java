package calltally.app.conformance;

import calltally.exchange.field.Fields;
import calltally.exchange.text.PhoneNumber;
import calltally.reporting.call.Refresh;
import calltally.sql.retention.CustomerRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

  private static final String LEFT =
      """
      select count(*)
      from (
          select cast(n as text) as row_text from journal.notification as n where source_id = {0}
          union all
          select cast(c as text) from calls.call as c where source_id = {0}
          union all
          select cast(m as text) from calls.missed_call as m where source_id = {0}
      ) as t
      where t.row_text like {1}
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
    for (Variant variant : variants) {
      if (variant.source().endsWith("-given")) {
        before.put(variant.source(), figures(rows, variant.source()));
        for (String customer : customers(rows, variant.source())) {
          erase(variant.source(), customer, differences);
        }
      }
    }
    new Refresh(owner).rebuild();
    before.forEach(
        (source, figures) -> {
          if (!figures(rows, source).equals(figures)) {
            differences.add(
                "%s: erasing a customer must change no figure (was %s, is %s)"
                    .formatted(source, figures, figures(rows, source)));
          }
        });
  }

  private static List<String> customers(DerivedRows rows, String source) {
    return rows.calls(source).stream()
        .flatMap(call -> call.text("customer").stream())
        .filter(number -> number.startsWith("+"))
        .distinct()
        .toList();
  }

  private void erase(String source, String customer, List<String> differences) {
    int sourceId =
        sql.fetchSingle("select source_id from config.source where name = ?", source)
            .get(0, Integer.class);
    Map<String, Long> unused =
        new CustomerRecords(
                owner,
                sourceId,
                customer,
                written -> PhoneNumber.normalise(written, folder.region()))
            .erase();
    String digits = customer.substring(customer.length() - LAST_DIGITS);
    long left =
        sql.fetchSingle(LEFT, DSL.val(sourceId), DSL.val("%" + digits + "%")).get(0, Long.class);
    if (left > 0) {
      differences.add(
          "%s: a number that was erased must not be left (was in %d rows)".formatted(source, left));
    }
  }

  /** Of each call and attempt what its figures depend on. */
  private static List<String> figures(DerivedRows rows, String source) {
    List<String> figures = new ArrayList<>();
    for (Fields call : rows.calls(source)) {
      figures.add(
          String.join(
              " ",
              text(call, "pbx_id"),
              text(call, "direction"),
              text(call, "outcome"),
              text(call, "missed_reason"),
              text(call, "started_at"),
              text(call, "answered_at"),
              text(call, "ended_at"),
              text(call, "line"),
              text(call, "manager")));
    }
    for (Fields attempt : rows.attempts(source)) {
      figures.add(
          String.join(
              " ",
              text(attempt, "pbx_id"),
              text(attempt, "manager"),
              text(attempt, "outcome"),
              text(attempt, "ring_seconds")));
    }
    return figures;
  }

  private static String text(Fields row, String name) {
    return row.text(name).orElse("-");
  }
}
