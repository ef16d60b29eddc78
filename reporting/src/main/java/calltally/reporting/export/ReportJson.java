package calltally.reporting.export;

import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes reports as JSON: the summary as an object, each table as an array of objects. */
public final class ReportJson {

  private static final JsonFactory JSON = new JsonFactory();

  private final CustomerNumbers numbers;

  public ReportJson(CustomerNumbers numbers) {
    this.numbers = numbers;
  }

  /** Writes the report; replaces an existing file. */
  public void write(Report report, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        JsonGenerator json = JSON.createGenerator(out)) {
      json.useDefaultPrettyPrinter();
      JsonCells fields = new JsonCells(json, new MachineNotation(report.head().period()), numbers);
      json.writeStartObject();
      Table<?> summary = ReportTables.summary(report);
      json.writeFieldName(summary.name());
      writeRow(summary, 0, fields, json);
      for (Table<?> table : ReportTables.of(report)) {
        writeTable(table, fields, json);
      }
      json.writeEndObject();
    }
  }

  private static void writeTable(Table<?> table, JsonCells fields, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(table.name());
    for (int row = 0; row < table.rows().size(); row++) {
      writeRow(table, row, fields, json);
    }
    json.writeEndArray();
  }

  private static void writeRow(Table<?> table, int row, JsonCells fields, JsonGenerator json)
      throws IOException {
    json.writeStartObject();
    table.write(row, fields);
    json.writeEndObject();
  }
}
