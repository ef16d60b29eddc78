package calltally.reporting.render.wording;

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

  private final VerdictTexts texts;
  private final Notation notation;

  private Verdict(VerdictTexts texts) {
    this.texts = texts;
    this.notation = texts.wording().notation();
  }

  /** The verdict in one sentence. */
  public static String of(Report report, Wording wording) {
    return new Verdict(new VerdictTexts("verdict", wording)).words(report);
  }

  /** The verdict in as few words as a mailbox list has room for, with the target. */
  public static String headline(Report report, Wording wording) {
    return new Verdict(new VerdictTexts("headline", wording)).words(report);
  }

  /** The verdict on one date of several: its callers stand on the list of all dates together. */
  public static String ofDate(CallReport report, Wording wording) {
    VerdictTexts texts = new VerdictTexts("verdict", wording);
    Verdict verdict = new Verdict(texts);
    CallCounts calls = report.totals().calls();
    if (!report.head().quality().hasData() || calls.incoming() == 0) {
      return verdict.words(report);
    }
    String answered = verdict.answered(report);
    return report.waiting() == 0
        ? answered
        : texts.joined(answered, texts.counted("waiting", report.waiting()));
  }

  private String words(Report report) {
    if (!report.head().quality().hasData()) {
      return texts.text("no_data");
    }
    String words = measured(report);
    OptionalInt received = report.head().quality().fewDaysReceived();
    return received.isEmpty()
        ? words
        : texts.counted(
            "few_days",
            received.getAsInt(),
            notation.count(report.head().quality().workingDays()),
            notation.uncapitalized(words));
  }

  private String measured(Report report) {
    if (report instanceof CallReport calls) {
      return calls(calls);
    }
    return report instanceof ManagerReview review
        ? new ManagerVerdict(review.own(), texts).words()
        : missed((MissedCallReport) report);
  }

  private String calls(CallReport report) {
    CallCounts calls = report.totals().calls();
    return calls.incoming() == 0
        ? texts.text("no_calls")
        : texts.joined(answered(report), WaitingWords.of(report).end(texts));
  }

  private String answered(CallReport report) {
    CallCounts calls = report.totals().calls();
    String answered =
        answered(calls, report.isClosed() ? null : report.head().targets().answerRate());
    return report.isClosed() ? texts.text("closed", answered) : answered;
  }

  private String answered(CallCounts calls, @Nullable BigDecimal target) {
    Rate rate = calls.answerRate();
    return rate.share().isEmpty()
        ? texts.counted("unfinished", calls.unfinished())
        : texts.counted(
            "answered",
            rate.whole(),
            notation.roundPercent(rate.share().getAsDouble()),
            target == null
                ? ""
                : texts.wording().text("headline.target", notation.percentage(target)),
            notation.count(rate.part()));
  }

  private String missed(MissedCallReport report) {
    int missed = report.totals().calls().missed();
    WaitingWords callers = WaitingWords.of(report);
    if (missed == 0 && callers.callers() == 0) {
      return texts.text("none_missed");
    }
    int presumed = (int) report.calls().stream().filter(MissedCall::isPresumed).count();
    return texts.joined(
        (missed == 0 ? texts.text("none_missed") : texts.counted("missed", missed))
            + texts.countedIfAny("presumed", presumed),
        callers.areAllWithheld() ? texts.text("all_withheld") : callers.end(texts));
  }
}
