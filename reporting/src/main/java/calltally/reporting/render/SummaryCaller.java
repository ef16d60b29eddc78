package calltally.reporting.render;

import static java.util.stream.Collectors.groupingBy;

import calltally.reporting.render.wording.LineName;
import calltally.reporting.render.wording.Notation;
import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CallbackList;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.MissedCall;
import calltally.reporting.report.Period;
import calltally.reporting.report.WaitingCaller;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A caller waiting for a call-back, as shown in a letter.
 *
 * @param part heading of the callers of other days, empty for those of the period
 * @param customer the number itself, never shown
 * @param tel the number dialled when it is tapped; null where it is hidden
 * @param missed number of missed calls, and when the last one ended
 * @param reason why the last one was missed
 * @param state whether somebody has tried
 * @param recording URL of a recording or voicemail; null without one
 */
public record SummaryCaller(
    String part,
    String number,
    String customer,
    @Nullable String tel,
    String line,
    String missed,
    String reason,
    String state,
    @Nullable String recording) {

  private static final Set<CallbackState> WAITING =
      EnumSet.of(CallbackState.OUTSTANDING, CallbackState.TRIED);

  /** The first callers of a call-back list, those of the period before others. */
  static List<SummaryCaller> of(CallbackList list, int most, Period period, Wording wording) {
    return Stream.concat(
            list.ofPeriod().stream().limit(most).map(caller -> of(caller, period, wording)),
            list.ofOtherDays().stream().limit(most).map(caller -> ofOther(caller, period, wording)))
        .limit(most)
        .toList();
  }

  /** The callers of these calls who are still waiting, most missed calls first. */
  static List<SummaryCaller> of(Collection<MissedCall> calls, Period period, Wording wording) {
    return calls.stream()
        .filter(call -> call.customer() != null)
        .collect(groupingBy(call -> Objects.requireNonNull(call.customer())))
        .values()
        .stream()
        .map(SummaryCaller::caller)
        .filter(caller -> WAITING.contains(caller.state()))
        .sorted(
            Comparator.comparingInt(WaitingCaller::missedCalls)
                .reversed()
                .thenComparing(WaitingCaller::missedAt)
                .thenComparing(WaitingCaller::customer))
        .map(caller -> of(caller, period, wording))
        .toList();
  }

  private static WaitingCaller caller(List<MissedCall> calls) {
    MissedCall last = calls.stream().max(Comparator.comparing(MissedCall::missedAt)).orElseThrow();
    return new WaitingCaller(
        Objects.requireNonNull(last.customer()),
        last.line(),
        calls.size(),
        last.missedAt(),
        last.waited(),
        last.reason(),
        calls.stream().filter(MissedCall::isWaiting).allMatch(MissedCall::isPresumed),
        last.rung(),
        last.state(),
        0,
        null,
        last.listen());
  }

  private static SummaryCaller of(WaitingCaller caller, Period period, Wording wording) {
    Notation notation = wording.notation();
    String missedAt =
        period.isDay()
            ? notation.time(caller.missedAt(), period.zone())
            : notation.dayAndTime(caller.missedAt(), period.zone());
    return of("", caller, missedAt, wording);
  }

  private static SummaryCaller ofOther(WaitingCaller caller, Period period, Wording wording) {
    String missedAt = wording.notation().dayAndTime(caller.missedAt(), period.zone());
    return of(wording.text("callbacks.other_days"), caller, missedAt, wording);
  }

  private static SummaryCaller of(
      String part, WaitingCaller caller, String missedAt, Wording wording) {
    return new SummaryCaller(
        part,
        wording.customer(caller.customer()),
        caller.customer(),
        wording.dialled(caller.customer()).orElse(null),
        LineName.of(caller.line(), wording),
        wording.counted("letter.missed", caller.missedCalls(), missedAt),
        CallbackRow.reason(caller, wording),
        wording.text("state." + Wording.key(caller.state())),
        wording.recording(caller.listen()));
  }
}
