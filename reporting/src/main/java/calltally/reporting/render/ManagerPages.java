package calltally.reporting.render;

import calltally.reporting.render.Section.Caption;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import java.util.List;
import java.util.function.UnaryOperator;

/** The managers of a period: what they are judged by, and apart from it what only describes. */
final class ManagerPages {

  private final CallReport report;
  private final UnaryOperator<String> titled;
  private final Wording wording;

  /**
   * @param titled makes a section's title of its key
   */
  ManagerPages(CallReport report, UnaryOperator<String> titled, Wording wording) {
    this.report = report;
    this.titled = titled;
    this.wording = wording;
  }

  List<Section> sections() {
    if (report.managers().managers().isEmpty()) {
      return List.of(table("shared/managers", new Caption(title(), "", whyNone()), List.of()));
    }
    return List.of(
        table(
            "shared/managers",
            new Caption(title(), note()),
            ManagerRow.of(report.managers(), report.head().period(), wording)),
        table(
            "shared/rings",
            new Caption(titled.apply("rings.title"), RingsRow.note(report.managers(), wording)),
            RingsRow.of(report.managers(), wording)));
  }

  private static Section table(String template, Caption caption, List<? extends Record> rows) {
    return Section.table(template, caption, rows);
  }

  private String title() {
    return titled.apply("managers.title");
  }

  private String note() {
    String note = wording.text("managers.note");
    return ManagerRow.hasInterval(report.managers())
        ? note + wording.text("managers.note.small")
        : note;
  }

  private String whyNone() {
    if (report.head().scope().line() == null && report.head().quality().untold().hasRings()) {
      return wording.text("empty.managers.untold");
    }
    return report.head().scope().line() == null
        ? new EmptySectionText(report.head(), wording).of("empty.managers")
        : wording.text("empty.managers.line");
  }
}
