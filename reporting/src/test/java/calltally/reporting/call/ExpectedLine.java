package calltally.reporting.call;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The figures of section 6 over some calls of one line on one day. */
record ExpectedLine(List<ExpectedCall> calls) {

  long count(Predicate<ExpectedCall> which) {
    return calls.stream().filter(which).count();
  }

  long incoming(Predicate<ExpectedCall> which) {
    return count(call -> call.isIncoming() && which.test(call));
  }

  List<BigDecimal> waits(String outcome) {
    return calls.stream()
        .filter(call -> call.isIncoming() && call.outcome().equals(outcome))
        .map(ExpectedCall::waiting)
        .filter(Objects::nonNull)
        .toList();
  }

  List<BigDecimal> talks() {
    return calls.stream()
        .filter(call -> call.isIncoming() && call.isAnswered())
        .map(ExpectedCall::talk)
        .filter(Objects::nonNull)
        .toList();
  }

  static BigDecimal sum(List<BigDecimal> seconds) {
    return seconds.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private @Nullable BigDecimal longestWait() {
    return waits("answered").stream().max(Comparator.naturalOrder()).orElse(null);
  }

  static boolean isInTime(ExpectedCall call) {
    BigDecimal waiting = call.waiting();
    return call.isAnswered() && waiting != null && waiting.compareTo(BigDecimal.valueOf(20)) <= 0;
  }

  long missed(String reason) {
    return incoming(call -> reason.equals(call.missedReason()));
  }

  /** One row that begins with the hour or date. */
  String row(Object time) {
    ExpectedCall any = calls.get(0);
    return ExpectedText.row(
        time,
        any.line(),
        any.directory().lineName(any.line(), any.date()),
        any.directory().lineDepartment(any.line(), any.date()),
        incoming(call -> true),
        incoming(ExpectedCall::isAnswered),
        incoming(ExpectedCall::isMissed),
        incoming(call -> call.outcome().equals("unfinished")),
        incoming(ExpectedCall::isShort),
        missed("caller_gave_up"),
        missed("no_answer"),
        missed("busy"),
        missed("unavailable"),
        missed("not_offered"),
        missed("unknown"),
        incoming(
            call -> call.isMissed() && !call.directory().isWorking(call.line(), call.localStart())),
        incoming(ExpectedLine::isInTime),
        sum(waits("answered")),
        waits("answered").size(),
        sum(waits("missed")),
        waits("missed").size(),
        longestWait(),
        sum(talks()),
        talks().size(),
        count(call -> !call.isIncoming()),
        count(call -> !call.isIncoming() && call.isAnswered()));
  }

  static Instant hour(ExpectedCall call) {
    return call.localStart().truncatedTo(ChronoUnit.HOURS).toInstant();
  }
}
