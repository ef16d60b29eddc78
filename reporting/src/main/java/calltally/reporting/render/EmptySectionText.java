package calltally.reporting.render;

import calltally.reporting.render.wording.WaitingWords;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.ReportHead;

/** Why a section has no rows: because nothing happened, or because nothing was received. */
final class EmptySectionText {

  private final ReportHead head;
  private final Wording wording;

  EmptySectionText(ReportHead head, Wording wording) {
    this.head = head;
    this.wording = wording;
  }

  /** Why nobody is on the call-back list. */
  String of(WaitingWords waiting) {
    return head.quality().hasData() ? waiting.whyNobody(wording) : wording.text("empty.data");
  }

  /** The text of the key if data was received; otherwise says that none was. */
  String of(String key) {
    return wording.text(head.quality().hasData() ? key : "empty.data");
  }
}
