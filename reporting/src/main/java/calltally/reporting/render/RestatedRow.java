package calltally.reporting.render;

import calltally.reporting.render.Section.Caption;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.RestatedFigure;
import java.util.List;

/** A figure that was reported earlier and has changed since. */
public record RestatedRow(String date, String figure, String was, String now) {

  /** The table of restated figures; empty without any. */
  static List<Section> section(ReportHead head, Wording wording) {
    return head.restated().isEmpty()
        ? List.of()
        : List.of(
            Section.table(
                "shared/restated",
                new Caption(wording.text("restated.title"), wording.text("restated.note")),
                of(head, wording)));
  }

  static List<RestatedRow> of(ReportHead head, Wording wording) {
    return head.restated().stream().map(row -> of(row, wording)).toList();
  }

  private static RestatedRow of(RestatedFigure row, Wording wording) {
    Notation notation = wording.notation();
    return new RestatedRow(
        notation.longDate(row.date()),
        wording.figure(row.name()),
        notation.plain(row.printed()),
        notation.plain(row.value()));
  }
}
