package calltally.reporting.render;

import calltally.reporting.render.FootNotes.Note;
import calltally.reporting.render.Section.Caption;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.Rate;
import calltally.reporting.report.RingTimeBin;
import calltally.reporting.report.Transfers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What explains a manager's figures, in sentences: other calls, common rings, transfers. */
final class ReviewReasons {

  private final AttemptCounts rings;
  private final @Nullable Rate calls;
  private final int timed;
  private final Transfers transfers;
  private final Wording wording;
  private final Notation notation;
  private final List<Note> notes = new ArrayList<>();

  private ReviewReasons(ManagerReview review, Wording wording) {
    this.rings = review.own().attempts();
    this.calls = review.own().answerRate().ifKnown();
    this.timed = review.ringTimes().stream().mapToInt(RingTimeBin::rings).sum();
    this.transfers = review.own().transfers();
    this.wording = wording;
    this.notation = wording.notation();
  }

  /** The section; nothing when there is nothing to explain. */
  static List<Section> section(ManagerReview review, Wording wording) {
    List<Note> notes = new ReviewReasons(review, wording).notes();
    Caption caption = new Caption(wording.text("why.title"), wording.text("why.note"));
    return notes.isEmpty() ? List.of() : List.of(Section.table("shared/trust", caption, notes));
  }

  private List<Note> notes() {
    addAnswered();
    if (rings.busy() > 0) {
      add(
          "why.busy",
          rings.busyOtherwise() == 0 ? "why.busy.all" : "why.busy",
          rings.busy(),
          notation.count(rings.busyInCall()),
          notation.count(rings.busyOtherwise()));
    }
    Rate common = rings.pickupShare();
    if (rings.takenByAnother() > 0) {
      add(
          "why.common",
          common.whole(),
          notation.count(common.part()),
          notation.count(rings.takenByAnother()),
          notation.roundPercent(common.share().orElseThrow()));
    }
    if (transfers.in() + transfers.out() > 0) {
      notes.add(
          Note.of(
              wording.text("why.transfers.label"),
              wording.text(
                  "why.transfers",
                  notation.count(transfers.in()),
                  notation.count(transfers.out()))));
    }
    if (rings.untold() > 0) {
      add("why.untold", rings.untold());
    }
    return notes;
  }

  /** Why the counts of answered rings, of calls picked up and of known ring times differ. */
  private void addAnswered() {
    if (calls != null && calls.part() < rings.answered()) {
      add("why.answered", rings.answered(), notation.count(calls.part()));
    }
    if (timed < rings.answered()) {
      add("why.no_start", rings.answered() - timed);
    }
  }

  private void add(String key, int count, Object... more) {
    add(key, key, count, more);
  }

  private void add(String label, String key, int count, Object... more) {
    notes.add(Note.of(wording.text(label + ".label"), wording.counted(key, count, more)));
  }
}
