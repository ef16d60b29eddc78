package calltally.reporting.render;

import calltally.reporting.report.DailyReport;
import calltally.reporting.report.MissedCallers;
import calltally.reporting.report.Period;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the templates of the daily report place: texts, rows and drawings by their names. */
final class DailyPage {

  private final DailyReport report;
  private final Wording wording;
  private final Notation notation;

  DailyPage(DailyReport report, Wording wording) {
    this.report = report;
    this.wording = wording;
    this.notation = wording.notation();
  }

  Map<String, @Nullable Object> parameters() {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    addHead(parameters);
    addCalls(parameters);
    addManagers(parameters);
    addCallbacks(parameters);
    addFootnotes(parameters);
    return parameters;
  }

  private void addHead(Map<String, @Nullable Object> parameters) {
    parameters.put("mark", new Mark());
    parameters.put("verdict", Verdict.of(report, wording));
    parameters.put("period", period());
    parameters.put("generated", generated());
    parameters.put("hasWarning", report.quality().isPoor());
    parameters.put(
        "warning",
        wording.text("warning.coverage", notation.percent(report.quality().coverage().share())));
    parameters.put("tiles", new RecordSource<>(Tile.class, new Tiles(report, wording).tiles()));
  }

  private String period() {
    Period period = report.period();
    String until =
        period.isOverAt(report.generatedAt())
            ? wording.text("period.whole")
            : wording.text("period.part", notation.time(report.generatedAt(), period.zone()));
    return wording.text(
        "period", notation.longDate(period.date()), until, period.zone().getId(), offset());
  }

  private String offset() {
    Instant start = report.period().start();
    ZoneOffset offset = report.period().zone().getRules().getOffset(start);
    return offset.equals(ZoneOffset.UTC) ? "UTC" : "UTC" + shortened(offset.getId());
  }

  /** +03:00 as +3, +05:30 as it is. */
  private static String shortened(String offset) {
    return offset.endsWith(":00") ? offset.charAt(0) + hours(offset) : offset;
  }

  private static String hours(String offset) {
    return String.valueOf(Integer.parseInt(offset.substring(1, 3)));
  }

  private String generated() {
    return wording.text(
        "generated", notation.dateAndTime(report.generatedAt(), report.period().zone()));
  }

  private String noCalls() {
    return wording.text(report.quality().hasData() ? "empty.calls" : "empty.data");
  }

  private void addCalls(Map<String, @Nullable Object> parameters) {
    boolean called = report.totals().calls().incoming() > 0;
    parameters.put("hasCalls", called);
    parameters.put("hasNoCalls", !called);
    parameters.put("callsEmpty", noCalls());
    parameters.put("hours", called ? new Hours(report, wording).chart() : null);
    parameters.put("lines", new RecordSource<>(LineRow.class, LineRow.of(report.lines(), wording)));
  }

  private void addManagers(Map<String, @Nullable Object> parameters) {
    List<ManagerRow> rows = ManagerRow.of(report.managers(), wording);
    boolean hasIntervals = rows.stream().anyMatch(row -> !row.interval().isEmpty());
    parameters.put("managers", new RecordSource<>(ManagerRow.class, rows));
    parameters.put("hasIntervals", hasIntervals);
    parameters.put("hasNoIntervals", !hasIntervals);
    parameters.put("managersNote", managersNote());
    parameters.put(
        "managersEmpty",
        wording.text(report.quality().hasData() ? "empty.managers" : "empty.data"));
  }

  private String managersNote() {
    if (report.managers().managers().isEmpty()) {
      return "";
    }
    int other = report.managers().attempts().other();
    return other == 0
        ? wording.text("managers.note")
        : wording.counted("managers.other", other) + " " + wording.text("managers.note");
  }

  private void addCallbacks(Map<String, @Nullable Object> parameters) {
    List<CallbackRow> rows = CallbackRow.of(report.callbacks(), report.period(), wording);
    parameters.put("callbacks", new RecordSource<>(CallbackRow.class, rows));
    parameters.put("callbacksNote", callbacksNote());
    parameters.put("callbacksEmpty", callbacksEmpty());
  }

  /** What became of the missed callers of the period, in numbers; why there is none. */
  private String callbacksNote() {
    MissedCallers missed = report.totals().missedCallers();
    if (missed.callers() == 0) {
      return report.callbacks().ofOtherDays().isEmpty() ? "" : callbacksEmpty();
    }
    String fates =
        wording.text(
            "callbacks.note",
            wording.counted("callbacks.callers", missed.callers()),
            notation.count(missed.returned()),
            notation.count(missed.cameBack()),
            notation.count(missed.tried()),
            notation.count(missed.outstanding()));
    return fates + rest("callbacks.note.expired", missed.expired());
  }

  private String rest(String key, int count) {
    return count == 0 ? "" : wording.text(key, notation.count(count));
  }

  private String callbacksEmpty() {
    if (!report.quality().hasData()) {
      return wording.text("empty.data");
    }
    int withheld = report.totals().missedCallers().withheldCalls();
    String reason =
        wording.text(report.totals().calls().missed() == 0 ? "empty.missed" : "empty.callbacks");
    return reason + (withheld == 0 ? "" : " " + wording.counted("callbacks.withheld", withheld));
  }

  private void addFootnotes(Map<String, @Nullable Object> parameters) {
    Footnotes footnotes = new Footnotes(report, wording);
    parameters.put("reconciliation", footnotes.reconciliation());
    parameters.put("definitions", footnotes.definitions());
    parameters.put("trust", footnotes.trust());
    String product = wording.text("product", Version.current());
    parameters.put("footer", wording.text("footer", product, report.source()));
  }
}
