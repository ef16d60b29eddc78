package calltally.reporting.render;

import calltally.reporting.export.Column;
import calltally.reporting.export.Table;
import java.io.IOException;
import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** A sheet with a table's rows under a frozen heading with filters. */
final class TableSheet {

  /** Rows kept in memory before they are written to the file. */
  private static final int ROWS_TOGETHER = 500;

  /** Height of a heading line, in points. */
  private static final double LINE_HEIGHT = 15;

  /** Letters per unit of column width; bold letters are wider than the digits it counts. */
  private static final double LETTERS_PER_WIDTH = 0.8;

  private final Workbook workbook;
  private final ColumnHeadings words;

  TableSheet(Workbook workbook, ColumnHeadings words) {
    this.workbook = workbook;
    this.words = words;
  }

  void write(Table<?> table) throws IOException {
    Worksheet sheet = workbook.newWorksheet(words.sheet(table.name()));
    sheet.freezePane(0, 1);
    sheet.setAutoFilter(0, 0, table.rows().size(), table.columns().size() - 1);
    sheet.repeatRows(0);
    sheet.pageOrientation("landscape");
    sheet.paperSize(PaperSize.A4_PAPER);
    sheet.fitToWidth((short) 1);
    sheet.fitToHeight((short) 0);
    for (int column = 0; column < table.columns().size(); column++) {
      writeHeading(table.columns().get(column), column, sheet);
    }
    int lines = table.columns().stream().mapToInt(this::headingLines).max().orElse(1);
    sheet.rowHeight(0, LINE_HEIGHT * lines);
    RowCells cells = new RowCells(sheet, words);
    for (int row = 0; row < table.rows().size(); row++) {
      cells.startRow();
      table.write(row, cells);
      if (row % ROWS_TOGETHER == ROWS_TOGETHER - 1) {
        sheet.flush();
      }
    }
    sheet.finish();
  }

  /** Lines of a heading; not every spreadsheet makes room for more than one by itself. */
  private int headingLines(Column<?> column) {
    double letters = LETTERS_PER_WIDTH * ColumnHeadings.width(column.type());
    return (int) Math.ceil(words.heading(column).length() / letters);
  }

  private void writeHeading(Column<?> column, int at, Worksheet sheet) {
    sheet.width(at, ColumnHeadings.width(column.type()));
    sheet.inlineString(0, at, words.heading(column));
    sheet.style(0, at).bold().wrapText(true).verticalAlignment("top").fillColor("EEF2F7").set();
  }

  /** Cells from left to right. */
  private static final class RowCells extends SheetCells {

    private int row;
    private int column = -1;

    RowCells(Worksheet sheet, ColumnHeadings words) {
      super(sheet, words);
    }

    void startRow() {
      row++;
      column = -1;
    }

    @Override
    void next(Column<?> next) {
      column++;
    }

    @Override
    int row() {
      return row;
    }

    @Override
    int column() {
      return column;
    }
  }
}
