package calltally.sql.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Reads the objects of the schema analytics from the catalogue: views by name, then functions by
 * name.
 *
 * @param database connections of any role
 */
public record SelectAnalyticsObjects(DataSource database) {

  /** All objects; empty when the schema does not exist. */
  public List<AnalyticsObject> all() {
    DSLContext sql = DSL.using(database, SQLDialect.POSTGRES);
    Map<String, List<Record>> objects = new LinkedHashMap<>();
    for (Record row : sql.fetch(query())) {
      objects.computeIfAbsent(text(row, "call"), call -> new ArrayList<>()).add(row);
    }
    return objects.values().stream().map(SelectAnalyticsObjects::described).toList();
  }

  private static AnalyticsObject described(List<Record> rows) {
    Record first = rows.get(0);
    return new AnalyticsObject(
        Boolean.TRUE.equals(first.get("is_function", Boolean.class)),
        text(first, "name"),
        text(first, "call"),
        text(first, "meaning"),
        rows.stream()
            .filter(row -> row.get("column_name") != null)
            .map(SelectAnalyticsObjects::column)
            .toList(),
        text(first, "type"));
  }

  private static AnalyticsColumn column(Record row) {
    return new AnalyticsColumn(
        text(row, "column_name"), text(row, "column_type"), text(row, "column_meaning"));
  }

  private static String text(Record row, String field) {
    String value = row.get(field, String.class);
    return value == null ? "" : value;
  }

  private static String query() {
    try (InputStream text =
        requireNonNull(SelectAnalyticsObjects.class.getResourceAsStream("describe.sql"))) {
      return new String(text.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
