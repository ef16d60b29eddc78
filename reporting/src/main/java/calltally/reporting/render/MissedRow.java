package calltally.reporting.render;

import calltally.reporting.render.Section.Caption;
import calltally.reporting.render.chart.Chip;
import calltally.reporting.render.wording.LineName;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.ShortName;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.Period;
import calltally.reporting.report.ReportHead;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/**
 * A row of a list of missed calls.
 *
 * @param part the date if the period has several; else empty
 * @param reachedAfter time from the missed call to the first conversation with its caller
 * @param by who reached the caller, else who tried first; of one who got through on another line,
 *     that line
 */
record MissedRow(
    String part,
    boolean hasPart,
    String missedAt,
    String number,
    @Nullable String tel,
    String line,
    String waited,
    String reason,
    String rung,
    String state,
    Renderable stateChip,
    String reachedAfter,
    String by,
    String listen,
    @Nullable String recording) {

  /** A list of calls; of a manager's, the others who were rung. */
  static Section section(
      Caption caption, List<MissedCall> calls, ReportHead head, Wording wording) {
    String rung = head.scope().manager() == null ? "callbacks.rung" : "missed.rung.others";
    return Section.table("shared/missed", caption, of(calls, head, wording))
        .with(Map.of("rungHeading", wording.text(rung)));
  }

  static List<MissedRow> of(List<MissedCall> calls, ReportHead head, Wording wording) {
    return calls.stream().map(call -> of(call, head, wording)).toList();
  }

  private static MissedRow of(MissedCall call, ReportHead head, Wording wording) {
    Period period = head.period();
    Notation notation = wording.notation();
    String recording = wording.recording(call.listen());
    return new MissedRow(
        period.isDay() ? "" : notation.longDate(call.date()),
        !period.isDay(),
        notation.time(call.missedAt(), period.zone()),
        wording.customer(call.customer()),
        wording.dialled(call.customer()).orElse(null),
        ShortName.inTwoLines(LineName.of(call.line(), wording)),
        notation.clock(call.waited()),
        CallbackRow.reason(call.reason(), call.rung(), wording),
        rung(others(call.rung(), head.scope().manager())),
        wording.text("state." + Wording.key(call.state())),
        Chip.of(call.state()),
        notation.hours(call.toContact()),
        by(call, wording),
        recording == null ? "" : wording.text("listen"),
        recording);
  }

  private static String by(MissedCall call, Wording wording) {
    if (call.cameBackOn() != null) {
      String line = LineName.of(call.cameBackOn(), wording);
      return wording.text(
          wording.saysKind("scope.line", line) ? "came_back.on.named" : "came_back.on",
          ShortName.unbroken(line));
    }
    return call.calledBackBy() == null ? "" : ShortName.of(call.calledBackBy());
  }

  /** Without the manager whom the report is about, whose name is in its title. */
  private static List<String> others(List<String> managers, @Nullable String own) {
    return managers.stream().filter(manager -> !manager.equals(own)).toList();
  }

  /** The managers whose phones rang, in the order of the rings. */
  static String rung(List<String> managers) {
    return managers.isEmpty() ? Notation.NONE : ShortName.ofFirst(managers);
  }
}
