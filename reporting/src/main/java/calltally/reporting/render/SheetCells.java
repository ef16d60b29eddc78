package calltally.reporting.render;

import calltally.reporting.export.CellWriter;
import calltally.reporting.export.Column;
import calltally.reporting.render.wording.PhoneNumberFormat;
import calltally.reporting.report.Rate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes typed cells of a sheet; texts are never formulas. Each value goes one cell further, to the
 * right or down.
 */
abstract class SheetCells implements CellWriter {

  /** Most characters that a spreadsheet cell takes. */
  private static final int LONGEST_TEXT = 32_767;

  private static final double MILLISECONDS_OF_DAY = Duration.ofDays(1).toMillis();

  private final Worksheet sheet;
  private final ColumnHeadings words;

  SheetCells(Worksheet sheet, ColumnHeadings words) {
    this.sheet = sheet;
    this.words = words;
  }

  abstract int row();

  abstract int column();

  /** Moves to the cell of the next column. */
  abstract void next(Column<?> column);

  @Override
  public final void at(Column<?> column) {
    next(column);
    sheet.style(row(), column()).format(words.format(column.type())).set();
  }

  @Override
  public final void none() {}

  @Override
  public final void text(String text) {
    sheet.inlineString(row(), column(), text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
  }

  @Override
  public final void exact(String text) {
    text(PhoneNumberFormat.readable(text));
  }

  @Override
  public final void link(String url) {
    String shown = words.wording().recording(url);
    if (shown != null) {
      text(shown);
    }
  }

  @Override
  public final void customer(String number) {
    text(words.wording().customer(number));
  }

  @Override
  public final void word(Enum<?> word) {
    text(words.word(word));
  }

  @Override
  public final void figure(String name) {
    text(words.wording().figure(name));
  }

  @Override
  public final void names(List<String> names) {
    text(String.join(", ", names.stream().map(PhoneNumberFormat::readable).toList()));
  }

  @Override
  public final void yes(boolean isSo) {
    text(words.yes(isSo));
  }

  @Override
  public final void count(long count) {
    sheet.value(row(), column(), count);
  }

  @Override
  public final void decimal(BigDecimal value) {
    sheet.value(row(), column(), value);
  }

  @Override
  public final void rate(Rate rate) {
    rate.share().ifPresent(share -> sheet.value(row(), column(), share));
  }

  @Override
  public final void share(BigDecimal share) {
    sheet.value(row(), column(), share);
  }

  /** Writes a part of a day, which spreadsheets show as hours, minutes and seconds. */
  @Override
  public final void duration(Duration duration) {
    sheet.value(row(), column(), duration.toMillis() / MILLISECONDS_OF_DAY);
  }

  @Override
  public final void date(LocalDate date) {
    sheet.value(row(), column(), date);
  }

  /** Writes local time in the source's zone, since spreadsheets know no time zones. */
  @Override
  public final void moment(Instant moment) {
    sheet.value(row(), column(), LocalDateTime.ofInstant(moment, words.zone()));
  }
}
