package calltally.reporting.call;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/**
 * A table that rows are copied into.
 *
 * @param columns in the order in which the rows give them
 */
record CopyTarget(Table<?> table, List<Field<?>> columns) {

  /** The copy statement, for which jOOQ has no builder; jOOQ still resolves the table's schema. */
  String statement(DSLContext sql, String options) {
    return columns.stream()
        .map(column -> sql.render(column.getUnqualifiedName()))
        .collect(
            joining(
                ", ",
                "copy " + sql.render(table) + " (",
                ") from stdin (format binary" + options + ")"));
  }
}
