package calltally.reporting.render.wording;

import calltally.reporting.report.Head;

/** Why a section has no rows: because nothing happened, or because nothing was received. */
public final class Emptiness {

  private final Head head;
  private final Wording wording;

  public Emptiness(Head head, Wording wording) {
    this.head = head;
    this.wording = wording;
  }

  /** The words of the key, which hold where data was received. */
  public String of(String key) {
    return wording.text(head.quality().hasData() ? key : "empty.data");
  }
}
