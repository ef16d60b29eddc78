package calltally.web.today;

import calltally.reporting.render.wording.LineName;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.Period;
import calltally.reporting.report.ReportHead;
import calltally.reporting.report.WaitingCaller;
import calltally.web.http.PageTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes who waits for a call back.
 *
 * @param overdue customers who have waited longer than the call-back deadline
 */
record WaitingRows(ReportHead head, Set<String> overdue, Wording wording, PageTexts texts) {

  private static final Duration DAY = Duration.ofDays(1);

  WaitingRow ofPeriod(WaitingCaller caller) {
    return row(caller, "");
  }

  WaitingRow ofOtherDay(WaitingCaller caller) {
    return row(caller, wording.text("callbacks.other_days"));
  }

  private WaitingRow row(WaitingCaller caller, String part) {
    return row(
        part,
        caller.customer(),
        caller.missedAt(),
        wording.notation().count(caller.missedCalls()),
        caller.line(),
        caller.tries() == 0 ? Notation.NONE : wording.notation().count(caller.tries()),
        caller.triedBy());
  }

  /** A missed call that rang at the manager who reads the page. */
  WaitingRow own(MissedCall call) {
    return row("", call.customer(), call.missedAt(), "", call.line(), "", call.calledBackBy());
  }

  private WaitingRow row(
      String part,
      @Nullable String customer,
      Instant missedAt,
      String missedCalls,
      DialledLine line,
      String tries,
      @Nullable String triedBy) {
    Duration waits = Duration.between(missedAt, head.generatedAt());
    return new WaitingRow(
        part,
        customer == null ? "" : customer,
        wording.customer(customer),
        null,
        wording.dialled(customer).orElse(null),
        inWords(waits),
        mark(customer, waits),
        missedCalls,
        moment(missedAt, head.period(), wording),
        LineName.of(line, wording),
        tries,
        triedBy == null ? "" : triedBy);
  }

  private String mark(@Nullable String customer, Duration waits) {
    return Stream.of(
            customer != null && overdue.contains(customer) ? texts.text("waiting.overdue") : "",
            isLastDay(waits) ? texts.text("waiting.last_day") : "")
        .filter(mark -> !mark.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** Whole minutes, so that the page changes once a minute; from a day on whole hours. */
  private String inWords(Duration waits) {
    return waits.compareTo(DAY) >= 0
        ? texts.text("waits", waits.toDays(), waits.toHoursPart())
        : wording.notation().inWords(Duration.ofMinutes(Math.max(0, waits.toMinutes())));
  }

  /** Whether the customer leaves the list within a day, where the list is longer than that. */
  private boolean isLastDay(Duration waits) {
    Duration window = head.thresholds().callbackWindow();
    return window.compareTo(DAY) > 0 && waits.compareTo(window.minus(DAY)) >= 0;
  }

  /** A moment, with its date when that is not the page's. */
  static String moment(Instant at, Period dates, Wording wording) {
    boolean isThen = !at.isBefore(dates.start()) && at.isBefore(dates.end());
    return isThen
        ? wording.notation().time(at, dates.zone())
        : wording.notation().dayAndTime(at, dates.zone());
  }
}
