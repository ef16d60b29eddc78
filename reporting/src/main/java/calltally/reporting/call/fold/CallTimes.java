package calltally.reporting.call.fold;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The wait and the talk of a call, by section 3 of the definitions.
 *
 * @param waitTime exact; null when unknown
 * @param talkTime exact; null when unknown
 * @param negative one of them was negative, and so is unknown
 */
record CallTimes(@Nullable Duration waitTime, @Nullable Duration talkTime, boolean negative) {

  /**
   * Times between the instants of a call.
   *
   * @param startedAt null when the start was not received: the wait is unknown then
   * @param answeredAt null when the time of the answer is unknown
   * @param reported seconds by the PBX; null when unknown
   */
  static CallTimes of(
      CallOutcome outcome,
      @Nullable Instant startedAt,
      @Nullable Instant answeredAt,
      @Nullable Instant endedAt,
      @Nullable BigDecimal reported) {
    return switch (outcome) {
      case ANSWERED ->
          checked(
              between(startedAt, answeredAt),
              answeredAt == null ? seconds(reported) : between(answeredAt, endedAt));
      case MISSED -> checked(between(startedAt, endedAt), null);
      case UNFINISHED -> checked(null, null);
    };
  }

  /** Those of a call whose id was used again: nothing of it lasted that long. */
  CallTimes unknown() {
    return new CallTimes(null, null, negative);
  }

  /** Those of a call from a list that does not say how long the caller waited. */
  CallTimes withoutWait() {
    return new CallTimes(null, talkTime, negative);
  }

  private static CallTimes checked(@Nullable Duration waitTime, @Nullable Duration talkTime) {
    return new CallTimes(
        notNegative(waitTime), notNegative(talkTime), isNegative(waitTime) || isNegative(talkTime));
  }

  private static @Nullable Duration between(@Nullable Instant from, @Nullable Instant to) {
    return from == null || to == null ? null : Duration.between(from, to);
  }

  private static @Nullable Duration seconds(@Nullable BigDecimal seconds) {
    return seconds == null
        ? null
        : Duration.ofMillis(
            seconds.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValueExact());
  }

  private static boolean isNegative(@Nullable Duration time) {
    return time != null && time.isNegative();
  }

  private static @Nullable Duration notNegative(@Nullable Duration time) {
    return isNegative(time) ? null : time;
  }
}
