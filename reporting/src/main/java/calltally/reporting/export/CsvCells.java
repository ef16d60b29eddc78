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
  private final List<@Nullable String> values = new ArrayList<>();

  CsvCells(MachineNotation notation, CustomerNumbers numbers) {
    this.notation = notation;
    this.numbers = numbers;
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
    values.add(SpreadsheetText.guarded(text));
  }

  @Override
  public void exact(String text) {
    text(text);
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
    values.add(MachineNotation.plain(value).toPlainString());
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
