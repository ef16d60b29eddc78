package calltally.reporting.render;

import calltally.reporting.render.Section.Caption;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.WaitingWords;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.MissedCallers;
import java.util.ArrayList;
import java.util.List;

/** Who must still be called back, how soon callers were reached, and who never was. */
final class CallbackPages {

  private final CallReport report;
  private final CallbackList list;
  private final MissedCallers missed;
  private final Wording wording;
  private final Notation notation;

  CallbackPages(CallReport report, Wording wording) {
    this.report = report;
    this.list = report.callbacks();
    this.missed = report.totals().missedCallers();
    this.wording = wording;
    this.notation = wording.notation();
  }

  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    sections.add(
        Section.table(
            "shared/callbacks",
            new Caption(
                wording.text("callbacks.title"),
                note(),
                new EmptySectionText(report.head(), wording).of(WaitingWords.of(report))),
            CallbackRow.of(list, report.head().period(), wording)));
    if (!list.isNobodyExpired()) {
      sections.add(neverReached());
    }
    sections.addAll(ReachedRow.section(report.head(), missed, wording));
    return sections;
  }

  private Section neverReached() {
    int days = (int) report.head().thresholds().callbackWindow().toDays();
    String why = list.expiredLater().isEmpty() ? "never_reached.note" : "never_reached.note.any";
    return Section.table(
        "shared/callbacks",
        new Caption(
            wording.text("never_reached.title"), whoNever() + " " + wording.counted(why, days)),
        CallbackRow.ofNeverReached(list, report.head().period(), wording));
  }

  /** How many they are, and how many of them called before the period; a day has no others. */
  private String whoNever() {
    int callers = list.neverReached().size() + list.expiredLater().size();
    int earlier = callers - report.neverReached().size();
    return wording.counted("never_reached.customers", callers)
        + (earlier == callers ? "" : unlessNone("never_reached.earlier", earlier))
        + ":";
  }

  /** Missed callers of the period, counted by call-back state. */
  private String note() {
    if (missed.callers() == 0) {
      return "";
    }
    return wording.text(
            "callbacks.note",
            wording.counted("callbacks.callers", missed.callers()),
            notation.count(missed.returned()),
            notation.count(missed.cameBack()),
            notation.count(missed.waiting()))
        + unlessNone("callbacks.note.presumed", WaitingCount.of(report).presumed())
        + unlessNone("callbacks.note.tried", WaitingCount.of(report).tried())
        + expired()
        + unlessNone("callbacks.note.withheld", missed.withheldCalls());
  }

  /** Callers of the period whose time ran out. */
  private String expired() {
    int presumed = report.presumedNeverReached();
    return missed.expired() + presumed == 0
        ? ""
        : wording.text("callbacks.note.expired", notation.count(missed.expired()))
            + unlessNone("callbacks.note.presumed", presumed)
            + unlessNone("callbacks.note.expired_later", list.expiredLater().size())
            + unlessNone("callbacks.note.missed_again", report.missedAgain());
  }

  private String unlessNone(String key, int callers) {
    return callers == 0 ? "" : wording.counted(key, callers);
  }
}
