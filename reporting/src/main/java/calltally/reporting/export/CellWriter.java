package calltally.reporting.export;

import calltally.reporting.report.Rate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Receives the values of a row, one call per column, in order. */
public interface CellWriter {

  /** Starts the cell of a column. */
  void at(Column<?> column);

  /** Writes no value. */
  void none();

  void text(String text);

  /** Writes one of the company's own numbers. */
  void exact(String text);

  /** Writes the URL of a recording; no value where customers' numbers are masked. */
  void link(String url);

  /** Writes a customer's number, which may be masked. */
  void customer(String number);

  /** Writes a state, kind or reason. */
  void word(Enum<?> word);

  /** Writes the name of a database figure. */
  void figure(String name);

  void names(List<String> names);

  void yes(boolean isSo);

  void count(long count);

  /** Writes a mean, or a configured value. */
  void decimal(BigDecimal value);

  /** Writes a rate from 0 to 1; no value when its whole is 0. */
  void rate(Rate rate);

  /** Writes a share from 0 to 1. */
  void share(BigDecimal share);

  void duration(Duration duration);

  void date(LocalDate date);

  void moment(Instant moment);
}
