package calltally.reporting.export;

import calltally.reporting.report.Rate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** The columns of one kind of row, in order; each is added by the method of its type. */
public final class Columns<R> {

  private final List<Column<R>> columns = new ArrayList<>();

  List<Column<R>> list() {
    return List.copyOf(columns);
  }

  public Columns<R> text(String figure, Function<R, @Nullable String> value) {
    return add(figure, ColumnType.TEXT, value, (text, cells) -> cells.text(text));
  }

  public Columns<R> number(String figure, Function<R, @Nullable String> value) {
    return add(figure, ColumnType.NUMBER, value, (number, cells) -> cells.exact(number));
  }

  public Columns<R> customer(String figure, Function<R, @Nullable String> value) {
    return add(figure, ColumnType.NUMBER, value, (number, cells) -> cells.customer(number));
  }

  public Columns<R> link(String figure, Function<R, @Nullable String> value) {
    return add(figure, ColumnType.LINK, value, (link, cells) -> cells.link(link));
  }

  public Columns<R> word(String figure, Function<R, @Nullable Enum<?>> value) {
    return add(figure, ColumnType.WORD, value, (word, cells) -> cells.word(word));
  }

  public Columns<R> figure(String figure, Function<R, String> value) {
    return put(figure, ColumnType.WORD, (row, cells) -> cells.figure(value.apply(row)));
  }

  public Columns<R> names(String figure, Function<R, @Nullable List<String>> value) {
    return add(figure, ColumnType.NAMES, value, (names, cells) -> cells.names(names));
  }

  public Columns<R> yes(String figure, Predicate<R> value) {
    return put(figure, ColumnType.YES, (row, cells) -> cells.yes(value.test(row)));
  }

  public Columns<R> count(String figure, ToIntFunction<R> value) {
    return put(figure, ColumnType.COUNT, (row, cells) -> cells.count(value.applyAsInt(row)));
  }

  public Columns<R> decimal(String figure, Function<R, @Nullable BigDecimal> value) {
    return add(figure, ColumnType.DECIMAL, value, (decimal, cells) -> cells.decimal(decimal));
  }

  public Columns<R> rate(String figure, Function<R, @Nullable Rate> value) {
    return add(figure, ColumnType.SHARE, value, (rate, cells) -> cells.rate(rate));
  }

  public Columns<R> share(String figure, Function<R, @Nullable BigDecimal> value) {
    return add(figure, ColumnType.SHARE, value, (share, cells) -> cells.share(share));
  }

  public Columns<R> seconds(String figure, Function<R, @Nullable Duration> value) {
    return add(figure, ColumnType.SECONDS, value, (duration, cells) -> cells.duration(duration));
  }

  public Columns<R> date(String figure, Function<R, @Nullable LocalDate> value) {
    return add(figure, ColumnType.DATE, value, (date, cells) -> cells.date(date));
  }

  public Columns<R> moment(String figure, Function<R, @Nullable Instant> value) {
    return add(figure, ColumnType.MOMENT, value, (moment, cells) -> cells.moment(moment));
  }

  /** Adds the columns of a part that every row has. */
  public <P> Columns<R> with(Columns<P> part, Function<R, @Nullable P> of) {
    part.columns.forEach(column -> columns.add(embedded(column, column.group(), of)));
    return this;
  }

  /** Adds the columns of a part that not every row has, as a group. */
  public <P> Columns<R> with(String group, Columns<P> part, Function<R, @Nullable P> of) {
    part.columns.forEach(column -> columns.add(embedded(column, group, of)));
    return this;
  }

  private static <R, P> Column<R> embedded(
      Column<P> column, @Nullable String group, Function<R, @Nullable P> of) {
    return new Column<>(
        group,
        column.figure(),
        column.type(),
        (row, cells) -> {
          P part = of.apply(row);
          if (part == null) {
            cells.none();
          } else {
            column.value().accept(part, cells);
          }
        });
  }

  private <V> Columns<R> add(
      String figure,
      ColumnType type,
      Function<R, @Nullable V> value,
      BiConsumer<V, CellWriter> cell) {
    return put(
        figure,
        type,
        (row, cells) -> {
          V found = value.apply(row);
          if (found == null) {
            cells.none();
          } else {
            cell.accept(found, cells);
          }
        });
  }

  private Columns<R> put(String figure, ColumnType type, BiConsumer<R, CellWriter> value) {
    columns.add(new Column<>(null, figure, type, value));
    return this;
  }
}
