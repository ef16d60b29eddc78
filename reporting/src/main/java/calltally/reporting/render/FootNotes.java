package calltally.reporting.render;

import calltally.reporting.render.Section.Caption;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.DataQuality;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.MissedReasons;
import calltally.reporting.report.Rate;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.Totals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Notes below the figures: that they add up, what they mean, what they rest on. */
final class FootNotes {

  private final ReportHead head;
  private final Wording wording;
  private final Notation notation;
  private final List<Note> notes = new ArrayList<>();

  FootNotes(ReportHead head, Wording wording) {
    this.head = head;
    this.wording = wording;
    this.notation = wording.notation();
  }

  /**
   * A note and its label.
   *
   * @param last whether it is one of the last of several, which stay together on a page
   */
  record Note(String label, String text, boolean last) {

    static Note of(String label, String text) {
      return new Note(label, text, false);
    }
  }

  /** Notes of the daily, weekly and monthly report. */
  List<Section> sections(CallReport report) {
    if (head.quality().hasData()) {
      addReconciliation(report.totals());
      addServiceLevel(report.totals().calls());
      add("trust.answer_rate", wording.text("trust.answer_rate.text"));
      notes.addAll(new ManagerNotes(head, wording).of(report));
    } else if (!report.callbacks().isEmpty()) {
      add("trust.callbacks", callbacks());
    }
    return withData(report.totals());
  }

  /** Notes of the report of missed calls. */
  List<Section> sections(Totals totals) {
    if (head.quality().hasData()) {
      addReconciliation(totals);
    }
    return withData(totals);
  }

  /** Notes of a manager's review. */
  List<Section> sections(ManagerReview review) {
    notes.addAll(new ManagerNotes(head, wording).of(review));
    return withData(callbacks());
  }

  /**
   * Where shares of missed callers are printed, the notes set them apart from the callers' states.
   */
  private List<Section> withData(Totals totals) {
    boolean hasShares = head.quality().hasData() && totals.missedCallers().callers() > 0;
    return withData(
        hasShares ? callbacks() + " " + wording.text("trust.callbacks.twice") : callbacks());
  }

  private List<Section> withData(String callbacks) {
    boolean isLast = !notes.isEmpty();
    if (head.quality().hasData()) {
      add("trust.callbacks", callbacks, isLast);
      add("trust.data", data(), isLast);
    }
    add("trust.report", origin(), isLast);
    List<Section> sections = new ArrayList<>(RestatedRow.section(head, wording));
    sections.add(
        Section.table("shared/trust", new Caption(wording.text("trust.title"), ""), notes));
    return sections;
  }

  private void add(String label, String text) {
    add(label, text, false);
  }

  private void add(String label, String text, boolean isLast) {
    notes.add(new Note(wording.text(label), text, isLast));
  }

  /** Incoming = answered + missed + unfinished; missed = sum of its reasons. */
  private void addReconciliation(Totals totals) {
    add("trust.calls", reconciliation(totals));
  }

  String reconciliation(Totals totals) {
    CallCounts calls = totals.calls();
    return wording.text(
        "trust.reconciliation",
        notation.count(calls.incoming()),
        notation.count(calls.answered()),
        notation.count(calls.missed()),
        notation.count(calls.unfinished()),
        reasons(totals.reasons()));
  }

  private String reasons(MissedReasons reasons) {
    return reasons.total() == 0
        ? notation.count(0)
        : reasons.counts().entrySet().stream()
            .filter(reason -> reason.getValue() > 0)
            .map(
                reason ->
                    wording.text(
                        "trust.reason." + Wording.key(reason.getKey()),
                        notation.count(reason.getValue())))
            .collect(Collectors.joining(" + "));
  }

  private void addServiceLevel(CallCounts calls) {
    add("trust.service_level", serviceLevel(calls));
  }

  /** The formula of the service level with its T, and how many calls are in no part of it. */
  String serviceLevel(CallCounts calls) {
    Rate level = calls.serviceLevel();
    String unknown =
        calls.waitsUnknown() == 0
            ? ""
            : " " + wording.counted("trust.service_level.unknown", calls.waitsUnknown());
    String formula =
        wording.text(
            "trust.service_level.text",
            notation.seconds(head.thresholds().serviceLevel()),
            notation.seconds(head.thresholds().shortCall()),
            notation.count(level.part()),
            notation.count(level.whole()),
            notation.percent(level.share()));
    return formula + unknown;
  }

  String callbacks() {
    return wording.counted(
        "trust.callbacks.text",
        (int) head.thresholds().callbackWindow().toDays(),
        notation.dateAndTime(head.generatedAt(), head.period().zone()),
        notation.seconds(head.thresholds().leastContact()));
  }

  private String data() {
    DataQuality quality = head.quality();
    String untold =
        quality.untold().hasRings()
            ? " " + wording.counted("trust.data.untold", quality.untold().rings())
            : "";
    String text =
        wording.text(
            "trust.data.text",
            notation.count(quality.notifications()),
            notation.count(quality.duplicates()),
            notation.count(quality.rejected()),
            late(quality),
            notation.percent(quality.coverage().share()),
            wording.counted("trust.of_calls", quality.calls()),
            notation.count(quality.internal()));
    return text + untold;
  }

  /** A period that was sent afterwards as a whole is worded differently from a feed that lags. */
  private String late(DataQuality quality) {
    return quality.hasData() && quality.late() == quality.notifications()
        ? wording.text("trust.data.late.all")
        : wording.text("trust.data.late", notation.count(quality.late()));
  }

  private String origin() {
    String generated = notation.dateAndTime(head.generatedAt(), head.period().zone());
    return head.run() == null
        ? wording.text("trust.report.text", Version.current(), generated)
        : wording.text(
            "trust.report.run", Version.current(), generated, String.valueOf(head.run()));
  }
}
