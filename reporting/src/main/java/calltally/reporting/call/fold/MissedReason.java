package calltally.reporting.call.fold;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The reason why an incoming call was missed. */
public enum MissedReason {
  NO_ANSWER,
  CALLER_GAVE_UP,
  BUSY,
  UNAVAILABLE,
  NOT_OFFERED,
  UNKNOWN;

  public static MissedReason parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /**
   * Whether a call missed so, and quickly, counts as short: the caller may have hung up. What the
   * exchange itself refused is never short.
   *
   * @param ringsUnknown whether the reason is unknown because the rings are
   */
  boolean maybeShort(boolean ringsUnknown) {
    return this == CALLER_GAVE_UP || this == NOT_OFFERED || (this == UNKNOWN && ringsUnknown);
  }

  /** The reason of a missed call of which no ring is known, whether there was one or not. */
  static MissedReason withoutRings(boolean endedBusy) {
    return endedBusy ? BUSY : UNKNOWN;
  }

  /**
   * The reason that follows from the attempts of a missed call.
   *
   * @param endedBusy the call end has the status {@code busy}
   */
  static MissedReason of(List<Attempt> attempts, boolean endedBusy) {
    if (attempts.isEmpty()) {
      return endedBusy ? BUSY : NOT_OFFERED;
    }
    Set<AttemptOutcome> outcomes =
        attempts.stream().map(Attempt::outcome).collect(Collectors.toSet());
    if (outcomes.contains(AttemptOutcome.NO_ANSWER)) {
      return NO_ANSWER;
    }
    if (outcomes.contains(AttemptOutcome.CALLER_GAVE_UP)) {
      return CALLER_GAVE_UP;
    }
    if (outcomes.contains(AttemptOutcome.BUSY)) {
      return BUSY;
    }
    return outcomes.contains(AttemptOutcome.UNAVAILABLE) || outcomes.contains(AttemptOutcome.OTHER)
        ? UNAVAILABLE
        : UNKNOWN;
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
