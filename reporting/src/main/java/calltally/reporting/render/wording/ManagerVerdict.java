package calltally.reporting.render.wording;

import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.Rate;

/** How a manager's period went, without praise or blame. */
record ManagerVerdict(ManagerActivity manager, VerdictTexts texts) {

  String words() {
    AttemptCounts attempts = manager.attempts();
    Rate rate = manager.answerRate().ifKnown();
    if (manager.ringsUntold()) {
      return texts.text("rings_untold", count(manager.callsAnswered()), count(manager.outgoing()));
    }
    if (attempts.attempts() == 0) {
      return manager.outgoing() == 0
          ? texts.text("no_activity")
          : texts.counted("only_outgoing", manager.outgoing());
    }
    if (rate == null) {
      return texts.counted("untold", attempts.attempts());
    }
    return rate.share().isEmpty()
        ? texts.counted("rings", attempts.attempts())
        : pickedUp(rate, rate.share().getAsDouble());
  }

  private String pickedUp(Rate rate, double share) {
    String words =
        texts.counted(
            "picked_up",
            rate.whole(),
            texts.wording().notation().roundPercent(share),
            count(rate.part()));
    return rate.isSmallSample() ? words + texts.wording().text("verdict.small_sample") : words;
  }

  private String count(int count) {
    return texts.wording().notation().count(count);
  }
}
