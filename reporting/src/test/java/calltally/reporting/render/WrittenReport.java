package calltally.reporting.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** The files of a report, read back. */
final class WrittenReport {

  private final List<Path> files;

  private WrittenReport(List<Path> files) {
    this.files = files;
  }

  static WrittenReport of(Report report, Path folder) {
    return of(report, CustomerNumbers.SHOWN, "en", folder);
  }

  static WrittenReport of(Report report, CustomerNumbers numbers, String language, Path folder) {
    try {
      return new WrittenReport(
          new ReportFiles(Letterhead.of("Romashka LLC"), numbers)
              .write(
                  report,
                  Locale.forLanguageTag(language),
                  Set.of(ReportFormat.XLSX, ReportFormat.CSV, ReportFormat.JSON),
                  folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> names() {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  XSSFWorkbook workbook() throws IOException {
    return new XSSFWorkbook(Files.newInputStream(file(".xlsx")));
  }

  /** The XML of a sheet, numbered from 1. */
  String sheetXml(int sheet) throws IOException {
    try (ZipFile zip = new ZipFile(file(".xlsx").toFile());
        InputStream xml =
            zip.getInputStream(zip.getEntry("xl/worksheets/sheet" + sheet + ".xml"))) {
      return new String(xml.readAllBytes(), UTF_8);
    }
  }

  JsonNode json() throws IOException {
    return new ObjectMapper().readTree(file(".json").toFile());
  }

  /** The text with its byte order mark. */
  String csvText(String table) throws IOException {
    return Files.readString(file("-" + table + ".csv"), UTF_8);
  }

  List<CSVRecord> csv(String table) throws IOException {
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = format.parse(new StringReader(csvText(table).substring(1)))) {
      return rows.getRecords();
    }
  }

  private Path file(String ending) {
    return files.stream()
        .filter(file -> file.toString().endsWith(ending))
        .findFirst()
        .orElseThrow();
  }
}
