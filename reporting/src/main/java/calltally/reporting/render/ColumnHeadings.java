package calltally.reporting.render;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.export.Column;
import calltally.reporting.export.ColumnType;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.ComparedRate;
import calltally.reporting.report.Comparison;
import calltally.reporting.report.Finding;
import calltally.reporting.report.ReportKind;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Map;

/**
 * Headings and cell words of tables in one language.
 *
 * @param zone time zone that instants are written in
 */
record ColumnHeadings(Wording wording, ZoneId zone) {

  private static final Map<Class<?>, String> KEYS =
      Map.of(
          ReportKind.class, "title.",
          MissedReason.class, "reason.",
          CallbackState.class, "state.",
          ComparedRate.TeamComparison.class, "against_team.",
          Comparison.Basis.class, "basis.",
          Finding.Rule.class, "rule.");

  String sheet(String table) {
    return wording.text("sheet." + table);
  }

  /** The heading with its unit or time zone, and its group unless it is the period's own. */
  String heading(Column<?> column) {
    String figure = wording.text("column." + column.figure());
    String named =
        column.group() == null ? figure : wording.text("column.of." + column.group(), figure);
    return switch (column.type()) {
      case SECONDS -> wording.text("column.seconds", named);
      case MOMENT -> wording.text("column.moment", named, zone.getId());
      case TEXT, NUMBER, LINK, WORD, NAMES, YES, COUNT, DECIMAL, SHARE, DATE -> named;
    };
  }

  String word(Enum<?> word) {
    if (word instanceof DayOfWeek weekday) {
      return weekday.getDisplayName(TextStyle.FULL_STANDALONE, wording.locale());
    }
    return wording.text(KEYS.get(word.getDeclaringClass()) + Wording.key(word));
  }

  String yes(boolean isSo) {
    return wording.text(isSo ? "yes" : "no");
  }

  /** The spreadsheet format of a column type. */
  String format(ColumnType type) {
    return switch (type) {
      case SHARE -> "0.0%";
      case DATE -> wording.text("sheet.date");
      case MOMENT -> wording.text("sheet.moment");
      case COUNT -> "#,##0";
      case DECIMAL -> "#,##0.###";
      case SECONDS -> "[h]:mm:ss";
      case TEXT, NUMBER, LINK, WORD, NAMES, YES -> "@";
    };
  }

  /** Column width in characters. */
  static int width(ColumnType type) {
    return switch (type) {
      case COUNT, DECIMAL, SECONDS, SHARE, YES -> 12;
      case DATE -> 13;
      case NUMBER, MOMENT, WORD -> 20;
      case TEXT -> 26;
      case NAMES, LINK -> 36;
    };
  }
}
