package calltally.reporting.render;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.export.Column;
import calltally.reporting.export.ColumnType;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.Comparison;
import calltally.reporting.report.Finding;
import calltally.reporting.report.JudgedRate;
import calltally.reporting.report.ReportKind;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Map;

/**
 * What the columns of a table and the words in them are called in a language.
 *
 * @param zone in which its instants are written
 */
record ColumnHeadings(Wording wording, ZoneId zone) {

  private static final Map<Class<?>, String> KEYS =
      Map.of(
          ReportKind.class, "title.",
          MissedReason.class, "reason.",
          CallbackState.class, "state.",
          JudgedRate.Judgement.class, "judgement.",
          Comparison.Basis.class, "basis.",
          Finding.Rule.class, "rule.");

  String sheet(String table) {
    return wording.text("sheet." + table);
  }

  /** With its unit, or the zone of its times, and of whom it is when not of the period itself. */
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

  /** How a spreadsheet shows the values of a kind. */
  String format(ColumnType type) {
    return switch (type) {
      case SHARE -> "0.0%";
      case DATE -> wording.text("sheet.date");
      case MOMENT -> wording.text("sheet.moment");
      case COUNT -> "#,##0";
      case SECONDS, DECIMAL -> "#,##0.###";
      case TEXT, NUMBER, LINK, WORD, NAMES, YES -> "@";
    };
  }

  /** In characters. */
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
