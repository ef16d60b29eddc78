package calltally.reporting.render;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.ManagerReview;

/** What the figures of a manager's review are. */
final class ReviewDefinitions {

  private final ManagerReview review;
  private final Wording wording;
  private final ManagerNotes managers;

  ReviewDefinitions(ManagerReview review, Wording wording) {
    this.review = review;
    this.wording = wording;
    this.managers = new ManagerNotes(review.head(), wording);
  }

  /** The definition of a figure by the last word of its key. */
  String of(String figure) {
    return switch (figure) {
      case "answer_rate", "answerable" -> managers.managersRate();
      case "rings" ->
          review.own().ringsUntold()
              ? wording.text("trust.rings.untold")
              : managers.rings(review.own().attempts());
      case "callbacks", "tries" ->
          wording.text("definition." + figure)
              + " "
              + new FootNotes(review.head(), wording).callbacks();
      default -> wording.text("definition." + figure);
    };
  }
}
