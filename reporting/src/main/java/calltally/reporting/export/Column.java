package calltally.reporting.export;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param group whose figure it is, such as {@code team}; null for the period's own
 * @param figure its name in the schema {@code analytics}
 * @param value writes the value of a row to its cell
 */
public record Column<R>(
    @Nullable String group, String figure, ColumnType type, BiConsumer<R, CellWriter> value) {

  /** The name for programs; the same in every language. */
  public String name() {
    return group == null ? figure : group + "_" + figure;
  }

  void write(R row, CellWriter cells) {
    cells.at(this);
    value.accept(row, cells);
  }
}
