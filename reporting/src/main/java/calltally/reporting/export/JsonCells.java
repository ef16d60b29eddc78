package calltally.reporting.export;

import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Rate;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Writes a row as JSON; a field without a value is null. */
final class JsonCells implements CellWriter {

  private final JsonGenerator json;
  private final MachineNotation notation;
  private final CustomerNumbers numbers;

  JsonCells(JsonGenerator json, MachineNotation notation, CustomerNumbers numbers) {
    this.json = json;
    this.notation = notation;
    this.numbers = numbers;
  }

  private interface Writing {
    void run() throws IOException;
  }

  private static void write(Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void at(Column<?> column) {
    write(() -> json.writeFieldName(column.name()));
  }

  @Override
  public void none() {
    write(json::writeNull);
  }

  @Override
  public void text(String text) {
    write(() -> json.writeString(text));
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
    text(MachineNotation.word(word));
  }

  @Override
  public void figure(String name) {
    text(name);
  }

  @Override
  public void names(List<String> names) {
    write(() -> json.writeArray(names.toArray(String[]::new), 0, names.size()));
  }

  @Override
  public void yes(boolean isSo) {
    write(() -> json.writeBoolean(isSo));
  }

  @Override
  public void count(long count) {
    write(() -> json.writeNumber(count));
  }

  @Override
  public void decimal(BigDecimal value) {
    write(() -> json.writeNumber(MachineNotation.plain(value)));
  }

  /** Writes both counts, and the share if there is one. */
  @Override
  public void rate(Rate rate) {
    write(
        () -> {
          json.writeStartObject();
          json.writeNumberField("numerator", rate.part());
          json.writeNumberField("denominator", rate.whole());
          json.writeFieldName("share");
          if (rate.whole() == 0) {
            json.writeNull();
          } else {
            json.writeNumber(
                MachineNotation.plain(MachineNotation.share(rate.part(), rate.whole())));
          }
          json.writeEndObject();
        });
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
    text(date.toString());
  }

  @Override
  public void moment(Instant moment) {
    text(notation.moment(moment));
  }
}
