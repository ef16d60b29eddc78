package calltally.reporting.render;

import calltally.reporting.export.CsvDialect;
import calltally.reporting.export.ReportCsv;
import calltally.reporting.export.ReportJson;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes reports as files in any format: PDF and XLSX in Russian or English, CSV and JSON the same
 * in every language.
 */
public final class ReportFiles {

  private final ReportPdf pdf;
  private final ReportXlsx xlsx;
  private final ReportCsv csv;
  private final ReportJson json;

  /** Files with CSV for programs. */
  public ReportFiles(Letterhead letterhead, CustomerNumbers numbers) {
    this(letterhead, numbers, CsvDialect.COMMA);
  }

  public ReportFiles(Letterhead letterhead, CustomerNumbers numbers, CsvDialect csv) {
    this.pdf = new ReportPdf(letterhead, numbers);
    this.xlsx = new ReportXlsx(letterhead, numbers);
    this.csv = new ReportCsv(numbers, csv);
    this.json = new ReportJson(numbers);
  }

  /**
   * Writes the report in each format; replaces existing files and creates a missing folder.
   *
   * @return the files, in the order of the formats
   * @throws IOException when a file cannot be written or the logo cannot be read
   */
  public List<Path> write(Report report, Locale locale, Set<ReportFormat> formats, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    for (ReportFormat format : ReportFormat.values()) {
      if (formats.contains(format)) {
        files.addAll(write(report, locale, format, folder));
      }
    }
    return files;
  }

  private List<Path> write(Report report, Locale locale, ReportFormat format, Path folder)
      throws IOException {
    FileName name = FileName.of(report.head());
    Path spoken = folder.resolve(name.in(locale, format));
    switch (format) {
      case PDF -> pdf.write(report, locale, spoken);
      case XLSX -> xlsx.write(report, locale, spoken);
      case CSV -> {
        return csv.write(report, folder, name.stem());
      }
      case JSON -> {
        Path file = folder.resolve(name.in(format));
        json.write(report, file);
        return List.of(file);
      }
    }
    return List.of(spoken);
  }
}
