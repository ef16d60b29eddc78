package calltally.reporting.export;

import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Rate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a row of CSV; a field without a value is empty. */
final class CsvCells implements CellWriter {

  private final MachineNotation notation;
  private final CustomerNumbers numbers;
  private final CsvDialect dialect;
  private final List<@Nullable String> values = new ArrayList<>();

  CsvCells(MachineNotation notation, CustomerNumbers numbers, CsvDialect dialect) {
    this.notation = notation;
    this.numbers = numbers;
    this.dialect = dialect;
  }

  List<@Nullable String> values() {
    return values;
  }

  @Override
  public void at(Column<?> column) {}

  @Override
  public void none() {
    values.add(null);
  }

  /** Puts an apostrophe before text that a spreadsheet would compute. */
  @Override
  public void text(String text) {
    values.add(dialect.text(text));
  }

  @Override
  public void exact(String text) {
    text(text);
  }

  @Override
  public void link(String url) {
    numbers.recording(url).ifPresentOrElse(this::text, this::none);
  }

  @Override
  public void customer(String number) {
    text(numbers.exact(number));
  }

  @Override
  public void word(Enum<?> word) {
    values.add(MachineNotation.word(word));
  }

  @Override
  public void figure(String name) {
    text(name);
  }

  @Override
  public void names(List<String> names) {
    text(String.join("; ", names));
  }

  @Override
  public void yes(boolean isSo) {
    values.add(String.valueOf(isSo));
  }

  @Override
  public void count(long count) {
    values.add(String.valueOf(count));
  }

  @Override
  public void decimal(BigDecimal value) {
    values.add(dialect.decimal(MachineNotation.plain(value)));
  }

  @Override
  public void rate(Rate rate) {
    if (rate.whole() == 0) {
      none();
    } else {
      share(MachineNotation.share(rate.part(), rate.whole()));
    }
  }

  @Override
  public void share(BigDecimal share) {
    decimal(MachineNotation.share(share));
  }

  @Override
  public void duration(Duration duration) {
    decimal(MachineNotation.seconds(duration));
  }

  @Override
  public void date(LocalDate date) {
    values.add(date.toString());
  }

  @Override
  public void moment(Instant moment) {
    values.add(notation.moment(moment));
  }
}
