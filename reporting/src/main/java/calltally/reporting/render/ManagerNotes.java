package calltally.reporting.render;

import calltally.reporting.render.FootNotes.Note;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.Managers;
import calltally.reporting.report.Rate;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.Totals;
import java.util.ArrayList;
import java.util.List;

/** Notes on managers: that their rings add up, what their rates mean, and what the marks do. */
final class ManagerNotes {

  private final ReportHead head;
  private final Wording wording;
  private final Notation notation;
  private final List<Note> notes = new ArrayList<>();

  ManagerNotes(ReportHead head, Wording wording) {
    this.head = head;
    this.wording = wording;
    this.notation = wording.notation();
  }

  /** Of one manager. */
  List<Note> of(ManagerReview review) {
    AttemptCounts attempts = review.own().attempts();
    if (attempts.attempts() > 0) {
      add("trust.managers", rings(attempts));
    }
    add("trust.managers_rate", managersRate());
    if (!review.team().isAlone()) {
      add("trust.team", wording.text("trust.team.text"));
    }
    return notes;
  }

  private void add(String label, String text) {
    notes.add(Note.of(wording.text(label), text));
  }

  /** Of all managers of a period; none without managers. */
  List<Note> of(CallReport report) {
    ManagerActivity total = report.managers().total();
    if (report.managers().managers().isEmpty()) {
      return notes;
    }
    String rings =
        total.ringsUntold()
            ? wording.text("trust.rings.untold")
            : rings(total.attempts()) + answeredTwice(report.managers());
    add("trust.managers", isWhole() ? rings + " " + answeredBy(total, report.totals()) : rings);
    add("trust.managers_rate", managersRate());
    if (report.managers().managers().size() > 1 && total.answerRate().rate().whole() > 0) {
      add("trust.team", teamRate(total.answerRate().rate()));
    }
    return notes;
  }

  /** Why the tables' sums of answered rings and of picked-up calls differ, where they do. */
  private String answeredTwice(Managers managers) {
    int rings = managers.total().attempts().answered();
    int calls = managers.total().answerRate().rate().part();
    boolean isKnown = managers.managers().stream().noneMatch(m -> m.answerRate().isUntold());
    return isKnown && calls < rings
        ? " " + wording.counted("why.answered", rings, notation.count(calls))
        : "";
  }

  /** What the marks next to managers' rates mean, and how often chance alone sets one. */
  private String teamRate(Rate rate) {
    return wording.text(
        "trust.team.rate",
        notation.count(rate.part()),
        notation.count(rate.whole()),
        notation.percent(rate.share()));
  }

  /** Whether all calls are covered: managers and lines have departments of their own. */
  private boolean isWhole() {
    return head.scope().line() == null && head.scope().department() == null;
  }

  /** The answered calls, by whether their manager is known. */
  private String answeredBy(ManagerActivity total, Totals totals) {
    int answered = totals.calls().answered();
    return wording.text(
        "trust.answered_by",
        notation.count(answered),
        notation.count(total.callsAnswered()),
        notation.count(answered - total.callsAnswered()));
  }

  /** What a manager's answer rate is. */
  String managersRate() {
    return wording.text("trust.managers_rate.text", notation.seconds(head.thresholds().fairRing()));
  }

  /** The rings as the sum of what became of them. */
  String rings(AttemptCounts attempts) {
    return wording.text(
        "trust.rings",
        notation.count(attempts.attempts()),
        notation.count(attempts.answered()),
        notation.count(attempts.noAnswer()),
        notation.count(attempts.busyInCall()),
        notation.count(attempts.busyOtherwise()),
        notation.count(attempts.unavailable()),
        notation.count(attempts.takenByAnother()),
        notation.count(attempts.callerGaveUp()),
        notation.count(attempts.other()));
  }
}
