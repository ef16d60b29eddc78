package calltally.reporting.export;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param group of which the figure is when it is not one of the period itself, such as {@code
 *     team}; null for those of the period
 * @param figure as the schema {@code analytics} names it
 * @param value puts the value of a row into its cell
 */
public record Column<R>(
    @Nullable String group, String figure, ColumnType type, BiConsumer<R, CellWriter> value) {

  /** Under which programs find it; the same in every language. */
  public String name() {
    return group == null ? figure : group + "_" + figure;
  }

  void write(R row, CellWriter cells) {
    cells.at(this);
    value.accept(row, cells);
  }
}
