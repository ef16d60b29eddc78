package calltally.reporting.render.wording;

import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.MissedCallReport;
import calltally.reporting.report.Rate;
import calltally.reporting.report.Report;
import java.math.BigDecimal;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How a period went, in a sentence or in a headline's few words. */
public final class Verdict {

  private final Wording wording;
  private final String style;

  private Verdict(Wording wording, String style) {
    this.wording = wording;
    this.style = style;
  }

  /** The verdict in one sentence. */
  public static String of(Report report, Wording wording) {
    return new Verdict(wording, "verdict").words(report);
  }

  /** The verdict in as few words as a mailbox list has room for, with the target. */
  public static String headline(Report report, Wording wording) {
    return new Verdict(wording, "headline").words(report);
  }

  /** The verdict on one date of several: its callers stand on the list of all dates together. */
  public static String ofDate(CallReport report, Wording wording) {
    Verdict verdict = new Verdict(wording, "verdict");
    CallCounts calls = report.totals().calls();
    if (!report.head().quality().hasData() || calls.incoming() == 0) {
      return verdict.words(report);
    }
    String answered = verdict.answered(report);
    return report.waiting() == 0
        ? answered
        : wording.text("verdict", answered, verdict.counted("waiting", report.waiting()));
  }

  private String words(Report report) {
    if (!report.head().quality().hasData()) {
      return text("no_data");
    }
    String words = measured(report);
    OptionalInt received = report.head().quality().fewDaysReceived();
    return received.isEmpty()
        ? words
        : counted(
            "few_days",
            received.getAsInt(),
            wording.notation().count(report.head().quality().workingDays()),
            wording.notation().uncapitalized(words));
  }

  private String measured(Report report) {
    if (report instanceof CallReport calls) {
      return calls(calls);
    }
    return report instanceof ManagerReview review
        ? review(review)
        : missed((MissedCallReport) report);
  }

  private String calls(CallReport report) {
    CallCounts calls = report.totals().calls();
    return calls.incoming() == 0
        ? text("no_calls")
        : wording.text(style, answered(report), WaitingWords.of(report).end(style, wording));
  }

  private String answered(CallReport report) {
    CallCounts calls = report.totals().calls();
    String answered =
        answered(calls, report.isClosed() ? null : report.head().targets().answerRate());
    return report.isClosed() ? wording.text(style + ".closed", answered) : answered;
  }

  private String answered(CallCounts calls, @Nullable BigDecimal target) {
    Rate rate = calls.answerRate();
    return rate.share().isEmpty()
        ? counted("unfinished", calls.unfinished())
        : counted(
            "answered",
            rate.whole(),
            wording.notation().roundPercent(rate.share().getAsDouble()),
            target == null
                ? ""
                : wording.text("headline.target", wording.notation().percentage(target)),
            wording.notation().count(rate.part()));
  }

  private String missed(MissedCallReport report) {
    int missed = report.totals().calls().missed();
    WaitingWords callers = WaitingWords.of(report);
    if (missed == 0 && callers.callers() == 0) {
      return text("none_missed");
    }
    int presumed = (int) report.calls().stream().filter(MissedCall::isPresumed).count();
    return wording.text(
        style,
        (missed == 0 ? text("none_missed") : counted("missed", missed))
            + (presumed == 0 ? "" : counted("presumed", presumed)),
        callers.areAllWithheld() ? text("all_withheld") : callers.end(style, wording));
  }

  /** What happened, without praise or blame. */
  private String review(ManagerReview review) {
    AttemptCounts attempts = review.own().attempts();
    Rate rate = review.own().answerRate().ifKnown();
    if (review.own().ringsUntold()) {
      return wording.text(
          style + ".rings_untold",
          wording.notation().count(review.own().callsAnswered()),
          wording.notation().count(review.own().outgoing()));
    }
    if (attempts.attempts() == 0) {
      return review.own().outgoing() == 0
          ? text("no_activity")
          : counted("only_outgoing", review.own().outgoing());
    }
    if (rate == null) {
      return counted("untold", attempts.attempts());
    }
    if (rate.share().isEmpty()) {
      return counted("rings", attempts.attempts());
    }
    String answered =
        counted(
            "picked_up",
            rate.whole(),
            wording.notation().roundPercent(rate.share().getAsDouble()),
            wording.notation().count(rate.part()));
    return rate.isSmallSample() ? answered + wording.text("verdict.small_sample") : answered;
  }

  private String text(String key) {
    return wording.text(style + "." + key);
  }

  private String counted(String key, int count, Object... more) {
    return wording.counted(style + "." + key, count, more);
  }
}
