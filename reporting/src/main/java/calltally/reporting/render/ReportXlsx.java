package calltally.reporting.render;

import calltally.reporting.export.ReportTables;
import calltally.reporting.export.Table;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.dhatim.fastexcel.Workbook;

/**
 * Writes reports as workbooks, in Russian or English: a summary sheet, then one sheet per table.
 * Rows are streamed into the file.
 */
final class ReportXlsx {

  private final Letterhead letterhead;
  private final CustomerNumbers numbers;

  ReportXlsx(Letterhead letterhead, CustomerNumbers numbers) {
    this.letterhead = letterhead;
    this.numbers = numbers;
  }

  /** Writes the report; replaces an existing file. */
  void write(Report report, Locale locale, Path file) throws IOException {
    ColumnHeadings words =
        new ColumnHeadings(Wording.of(locale, numbers), report.head().period().zone());
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        Workbook workbook = new Workbook(out, "Calltally", null)) {
      workbook
          .properties()
          .setTitle(new PageHeading(report.head(), words.wording()).documentTitle())
          .setCompany(letterhead.company());
      new SummarySheet(workbook, words).write(report);
      for (Table<?> table : ReportTables.of(report)) {
        new TableSheet(workbook, words).write(table);
      }
    }
  }
}
