package calltally.reporting.render;

import calltally.reporting.call.fold.MissedReason;
import calltally.reporting.report.AttemptCounts;
import calltally.reporting.report.CallCounts;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.ComparedRate;
import calltally.reporting.report.ComparedRate.TeamComparison;
import calltally.reporting.report.DialledLine;
import calltally.reporting.report.HourCalls;
import calltally.reporting.report.LineCalls;
import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.MissedReasons;
import calltally.reporting.report.Rate;
import calltally.reporting.report.Transfers;
import calltally.reporting.report.WaitingCaller;
import calltally.sql.settings.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of the {@link SampleDay}, and similar ones. */
final class SampleRows {

  private SampleRows() {}

  static List<HourCalls> hours(int[][] counts) {
    List<HourCalls> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      CallCounts calls = CallCounts.NONE;
      for (int[] count : counts) {
        if (count[0] == hour) {
          int unfinished = hour == 17 ? 2 : 0;
          calls =
              new CallCounts(
                  count[1] + count[2] + unfinished, count[1], count[2], unfinished, 0, 0, 0);
        }
      }
      hours.add(
          new HourCalls(
              SampleDay.FRIDAY.start().plus(Duration.ofHours(hour)), LocalTime.of(hour, 0), calls));
    }
    return hours;
  }

  static TimeSpan span(String from, String until) {
    return new TimeSpan(at(from), at(until));
  }

  static Instant at(String time) {
    return SampleDay.FRIDAY
        .from()
        .atTime(LocalTime.parse(time))
        .atZone(SampleDay.FRIDAY.zone())
        .toInstant();
  }

  static LineCalls line(
      String number, @Nullable String name, @Nullable String department, CallCounts calls) {
    return new LineCalls(
        new DialledLine(number, name, null), department, calls, MissedReasons.NONE);
  }

  static LineCalls direct(String number, String manager, CallCounts calls) {
    return new LineCalls(new DialledLine(number, null, manager), null, calls, MissedReasons.NONE);
  }

  static ManagerActivity manager(
      String name, AttemptCounts attempts, @Nullable Double ring, int talkSeconds) {
    return new ManagerActivity(
        name,
        "Sales",
        attempts,
        standing(attempts),
        ring == null ? null : Duration.ofMillis(Math.round(1000 * ring)),
        Duration.ofSeconds(talkSeconds),
        new Transfers(attempts.answered() / 20, attempts.answered() / 30),
        Math.max(0, attempts.answered() - 1),
        attempts.answered() / 4,
        new Rate(attempts.answered() / 6, attempts.answered() / 4),
        attempts.answered() / 12,
        attempts.answered() / 15,
        attempts.noAnswer() / 2,
        List.of());
  }

  /** Every ring a call of its own, with a rough stand-in for Wilson's interval. */
  static ComparedRate standing(AttemptCounts rings) {
    int missed = rings.noAnswer() + rings.busyOtherwise();
    Rate rate = new Rate(rings.answered(), rings.answered() + missed);
    if (rings.untold() > 2) {
      return new ComparedRate(rate, null, null, TeamComparison.UNTOLD);
    }
    if (rate.share().isEmpty()) {
      return ComparedRate.NONE;
    }
    double share = rate.share().getAsDouble();
    return new ComparedRate(
        rate,
        Math.max(0, share - 0.21),
        Math.min(1, share + 0.17),
        rate.isSmallSample() ? TeamComparison.TOO_FEW : TeamComparison.WITHIN);
  }

  static ManagerActivity manager(String name, AttemptCounts attempts, int ring, int talkSeconds) {
    return manager(name, attempts, Double.valueOf(ring), talkSeconds);
  }

  static WaitingCaller waiting(
      String customer, String line, int missed, String time, int waited, MissedReason reason) {
    return new WaitingCaller(
        customer,
        new DialledLine("+375290000001", line, null),
        missed,
        at(time),
        Duration.ofSeconds(waited),
        reason,
        List.of("Anna Sokolova", "Pavel Zhukov"),
        CallbackState.OUTSTANDING,
        0,
        null,
        null);
  }

  static WaitingCaller direct(String customer, String manager, String time) {
    return new WaitingCaller(
        customer,
        new DialledLine("+375290000013", null, manager),
        1,
        at(time),
        Duration.ofSeconds(26),
        MissedReason.UNAVAILABLE,
        List.of("Anna Sokolova", "Pavel Zhukov"),
        CallbackState.OUTSTANDING,
        0,
        null,
        null);
  }

  static WaitingCaller tried(
      String customer,
      String line,
      int missed,
      String time,
      int waited,
      MissedReason reason,
      int tries,
      String by) {
    return new WaitingCaller(
        customer,
        new DialledLine("+375290000001", line, null),
        missed,
        at(time),
        Duration.ofSeconds(waited),
        reason,
        List.of("Anna Sokolova", "Pavel Zhukov"),
        CallbackState.TRIED,
        tries,
        by,
        "https://pbx.example.com/voicemail/1.mp3");
  }

  static WaitingCaller neverReached(
      String customer, String line, String localTime, @Nullable String triedBy) {
    return new WaitingCaller(
        customer,
        new DialledLine("+375290000001", line, null),
        1,
        at(LocalDateTime.parse(localTime)),
        Duration.ofSeconds(38),
        MissedReason.NO_ANSWER,
        List.of("Anna Sokolova", "Pavel Zhukov"),
        CallbackState.EXPIRED,
        triedBy == null ? 0 : 2,
        triedBy,
        null);
  }

  private static Instant at(LocalDateTime localTime) {
    return localTime.atZone(SampleDay.FRIDAY.zone()).toInstant();
  }

  /**
   * @param reason null when the call is presumed missed
   */
  static WaitingCaller other(
      String customer, String line, String localTime, @Nullable MissedReason reason) {
    return new WaitingCaller(
        customer,
        new DialledLine("+375290000001", line, null),
        1,
        at(LocalDateTime.parse(localTime)),
        reason == null ? null : Duration.ofSeconds(44),
        reason,
        List.of("Anna Sokolova", "Pavel Zhukov"),
        CallbackState.OUTSTANDING,
        0,
        null,
        null);
  }
}
