package calltally.web.today;

import calltally.reporting.render.ReportSummary;
import calltally.reporting.render.chart.Charts;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.ManagerReview;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.Period;
import calltally.web.http.PageTexts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes today's figures as a page, in the words of the reports. */
final class LivePages {

  private static final int MOST_WAITING = 200;

  private final Today today;
  private final PageTexts texts;
  private final Wording wording;
  private final ReportSummary summary;
  private final Period period;
  private final Instant now;

  private LivePages(Today today, CustomerNumbers numbers, PageTexts texts) {
    this.today = today;
    this.texts = texts;
    this.wording = Wording.of(texts.locale(), numbers);
    this.summary = ReportSummary.of(today.report(), "", wording);
    this.period = today.report().head().period();
    this.now = today.report().head().generatedAt();
  }

  static LivePage of(Today today, CustomerNumbers numbers, PageTexts texts) {
    LivePages pages = new LivePages(today, numbers, texts);
    return today.report() instanceof CallReport calls
        ? pages.ofCalls(calls)
        : pages.ofManager((ManagerReview) today.report());
  }

  private LivePage ofCalls(CallReport report) {
    List<WaitingRow> waiting =
        Stream.concat(
                report.callbacks().ofPeriod().stream(), report.callbacks().ofOtherDays().stream())
            .map(caller -> WaitingRow.of(caller, period, now, wording, texts))
            .toList();
    return page(
        waiting,
        summary.noCallers(),
        report.head().scope().line() == null ? LineRow.of(report, wording) : List.of(),
        ManagerRow.of(report.managers().managers(), wording),
        HourBars.of(Charts.hours(report, wording), now));
  }

  private LivePage ofManager(ManagerReview review) {
    List<WaitingRow> waiting =
        MissedCall.lastOfEachCaller(review.missedCalls()).stream()
            .filter(MissedCall::isWaiting)
            .map(call -> WaitingRow.of(call, period, now, wording, texts))
            .toList();
    String nobody = waiting.isEmpty() ? texts.text("waiting.none.own") : "";
    return page(waiting, nobody, List.of(), List.of(), null);
  }

  private LivePage page(
      List<WaitingRow> waiting,
      String nobody,
      List<LineRow> lines,
      List<ManagerRow> managers,
      @Nullable HourBars hours) {
    int left = waiting.size() - MOST_WAITING;
    return new LivePage(
        texts,
        title(waiting.size()),
        summary.verdict(),
        asOf(),
        notices(),
        summary.figures(),
        waiting.subList(0, Math.min(MOST_WAITING, waiting.size())),
        nobody,
        left > 0 ? texts.counted("waiting.left", left) : "",
        hours == null,
        today.inProgress().stream()
            .map(call -> CallRow.of(call, period.zone(), wording, texts))
            .toList(),
        hours,
        lines,
        managers);
  }

  private String title(int waiting) {
    return waiting == 0 ? texts.text("today.title") : texts.counted("today.title.waiting", waiting);
  }

  private String asOf() {
    Instant last = today.freshness().lastNotification();
    return summary.period()
        + " · "
        + (last == null
            ? texts.text("last_notification.none")
            : texts.text("last_notification", wording.notation().dayAndTime(last, period.zone())));
  }

  private List<String> notices() {
    List<String> notices = new ArrayList<>(summary.notices());
    long behind = today.freshness().minutesBehind(now);
    if (behind > 0) {
      notices.add(0, texts.text("behind", behind));
    }
    return notices;
  }
}
