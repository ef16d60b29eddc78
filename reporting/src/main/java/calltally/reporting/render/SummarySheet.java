package calltally.reporting.render;

import calltally.reporting.export.Column;
import calltally.reporting.export.ReportTables;
import calltally.reporting.export.Table;
import calltally.reporting.render.wording.Verdict;
import calltally.reporting.report.Report;
import java.io.IOException;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The first sheet: the report's scope and verdict, then one figure per row. */
final class SummarySheet {

  private static final int LABEL_WIDTH = 52;
  private static final int VALUE_WIDTH = 26;
  private static final int FIRST_FIGURE = 5;

  private final Workbook workbook;
  private final ColumnHeadings words;

  SummarySheet(Workbook workbook, ColumnHeadings words) {
    this.workbook = workbook;
    this.words = words;
  }

  void write(Report report) throws IOException {
    Table<?> summary = ReportTables.summary(report);
    PageHeading pageHeading = new PageHeading(report.head(), words.wording());
    Worksheet sheet = sheet(words.sheet(summary.name()));
    sheet.inlineString(0, 0, pageHeading.title());
    sheet.style(0, 0).bold().fontSize(16).set();
    sheet.inlineString(1, 0, pageHeading.period());
    sheet.inlineString(2, 0, Verdict.of(report, words.wording()));
    sheet.style(2, 0).bold().set();
    sheet.inlineString(3, 0, pageHeading.generated());
    summary.write(0, new ColumnCells(sheet, words));
    sheet.finish();
  }

  private Worksheet sheet(String name) {
    Worksheet sheet = workbook.newWorksheet(name);
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    sheet.width(0, LABEL_WIDTH);
    sheet.width(1, VALUE_WIDTH);
    return sheet;
  }

  /** Cells from top to bottom, each next to its label. */
  private static final class ColumnCells extends SheetCells {

    private final Worksheet sheet;
    private final ColumnHeadings words;
    private int row = FIRST_FIGURE - 1;

    ColumnCells(Worksheet sheet, ColumnHeadings words) {
      super(sheet, words);
      this.sheet = sheet;
      this.words = words;
    }

    @Override
    void next(Column<?> next) {
      row++;
      sheet.inlineString(row, 0, words.heading(next));
    }

    @Override
    int row() {
      return row;
    }

    @Override
    int column() {
      return 1;
    }
  }
}
