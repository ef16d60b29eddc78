package calltally.reporting.export;

import calltally.reporting.report.Rate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Where the values of a row go, one call for each column of its table, in their order. */
public interface CellWriter {

  /** The cell of this column is next. */
  void at(Column<?> column);

  /** There is no value. */
  void none();

  void text(String text);

  /** A number of the company's own people and lines, or where something can be heard. */
  void exact(String text);

  /** A customer's number, which some readers may not see whole. */
  void customer(String number);

  /** One of a few states, kinds or reasons. */
  void word(Enum<?> word);

  /** What a figure of the database is called there. */
  void figure(String name);

  void names(List<String> names);

  void yes(boolean isSo);

  void count(long count);

  /** A mean, or what somebody has set. */
  void decimal(BigDecimal value);

  /** From 0 to 1; without a value when its whole is empty. */
  void rate(Rate rate);

  /** From 0 to 1. */
  void share(BigDecimal share);

  void duration(Duration duration);

  void date(LocalDate date);

  void moment(Instant moment);
}
