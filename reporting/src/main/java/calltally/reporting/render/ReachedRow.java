package calltally.reporting.render;

import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.Rate;
import calltally.reporting.report.ReachedCallers;
import calltally.reporting.report.ReportHead;
import java.util.List;
import java.util.Map;

/**
 * How soon all missed callers of a period were reached: the shares within some times, next to the
 * median of those who were reached, which alone would flatter.
 */
record ReachedRow(
    String in15Minutes, String in1Hour, String in4Hours, String inWindow, String median) {

  /** The only row under its heading; nothing without missed callers. */
  static List<Section> section(ReportHead head, MissedCallers missed, Wording wording) {
    if (!head.quality().hasData() || missed.callers() == 0) {
      return List.of();
    }
    int days = (int) head.thresholds().callbackWindow().toDays();
    return List.of(
        new Section(
            "shared/reached",
            List.of(of(missed, wording)),
            Map.of(
                "title", wording.text("reached.title"),
                "note", note(missed, wording),
                "window", wording.counted("reached.window", days))));
  }

  /**
   * Whose shares they are. Those reached are counted from the first missed call, the others of the
   * report by the last: without a word the parts would add up to more than all.
   */
  private static String note(MissedCallers missed, Wording wording) {
    String all = wording.counted("reached.note", missed.callers());
    int again = missed.reached().inWindow() - missed.returned() - missed.cameBack();
    return again > 0 ? all + wording.counted("reached.note.again", again) : all;
  }

  private static ReachedRow of(MissedCallers missed, Wording wording) {
    ReachedCallers reached = missed.reached();
    Notation notation = wording.notation();
    return new ReachedRow(
        share(reached.in15Minutes(), missed, wording),
        share(reached.in1Hour(), missed, wording),
        share(reached.in4Hours(), missed, wording),
        share(reached.inWindow(), missed, wording),
        notation.inWords(reached.median()));
  }

  private static String share(int part, MissedCallers missed, Wording wording) {
    Rate rate = new Rate(part, missed.callers());
    Notation notation = wording.notation();
    return wording.text(
        "reached.share",
        notation.roundPercent(rate.share().orElseThrow()),
        notation.count(rate.part()));
  }
}
