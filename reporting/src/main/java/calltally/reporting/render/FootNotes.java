package calltally.reporting.render;

import calltally.reporting.render.Section.Caption;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.DataQuality;
import calltally.reporting.report.Managers;
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

  /** A note and its label. */
  record Note(String label, String text) {}

  /** Notes of the daily, weekly and monthly report. */
  List<Section> sections(CallReport report) {
    if (head.quality().hasData()) {
      addReconciliation(report.totals());
      addManagers(report.managers());
      addServiceLevel(report.totals().calls());
      add("trust.answer_rate", wording.text("trust.answer_rate.text"));
      add("trust.managers_rate", wording.text("trust.managers_rate.text"));
    }
    return withData();
  }

  /** Notes of the report of missed calls. */
  List<Section> sections(Totals totals) {
    if (head.quality().hasData()) {
      addReconciliation(totals);
    }
    return withData();
  }

  /** Notes of a manager's review. */
  List<Section> sections(AttemptCounts attempts) {
    if (attempts.attempts() > 0) {
      add("trust.managers", rings("trust.rings", attempts));
    }
    add("trust.managers_rate", wording.text("trust.managers_rate.text"));
    add("trust.team", wording.text("trust.team.text"));
    return withData();
  }

  private List<Section> withData() {
    add("trust.callbacks", callbacks());
    add("trust.data", data());
    add("trust.report", origin());
    List<Section> sections = new ArrayList<>(RestatedRow.section(head, wording));
    sections.add(
        Section.table("shared/trust", new Caption(wording.text("trust.title"), ""), notes));
    return sections;
  }

  private void add(String label, String text) {
    notes.add(new Note(wording.text(label), text));
  }

  /** Incoming = answered + missed + unfinished; missed = sum of its reasons. */
  private void addReconciliation(Totals totals) {
    CallCounts calls = totals.calls();
    add(
        "trust.calls",
        wording.text(
            "trust.reconciliation",
            notation.count(calls.incoming()),
            notation.count(calls.answered()),
            notation.count(calls.missed()),
            notation.count(calls.unfinished()),
            reasons(totals.reasons())));
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

  private void addManagers(Managers managers) {
    if (!managers.managers().isEmpty()) {
      add("trust.managers", rings("trust.rings", managers.total().attempts()));
    }
  }

  private String rings(String key, AttemptCounts attempts) {
    return wording.text(
        key,
        notation.count(attempts.attempts()),
        notation.count(attempts.answered()),
        notation.count(attempts.noAnswer()),
        notation.count(attempts.busy()),
        notation.count(attempts.unavailable()),
        notation.count(attempts.takenByAnother()),
        notation.count(attempts.callerGaveUp()),
        notation.count(attempts.other()));
  }

  /** The formula of the service level with its T. */
  private void addServiceLevel(CallCounts calls) {
    Rate level = calls.serviceLevel();
    add(
        "trust.service_level",
        wording.text(
            "trust.service_level.text",
            notation.seconds(head.thresholds().serviceLevel()),
            notation.seconds(head.thresholds().shortCall()),
            notation.count(level.part()),
            notation.count(level.whole()),
            notation.percent(level.share())));
  }

  private String callbacks() {
    return wording.counted(
        "trust.callbacks.text",
        (int) head.thresholds().callbackWindow().toDays(),
        notation.dateAndTime(head.generatedAt(), head.period().zone()));
  }

  private String data() {
    DataQuality quality = head.quality();
    return wording.text(
        "trust.data.text",
        notation.count(quality.notifications()),
        notation.count(quality.duplicates()),
        notation.count(quality.rejected()),
        late(quality),
        notation.percent(quality.coverage().share()),
        wording.counted("trust.of_calls", quality.calls()),
        notation.count(quality.internal()));
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
