package calltally.reporting.call.fold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far back calls of a source can be derived: beyond it notifications are gone, and what was
 * derived from them stays as it is.
 *
 * @param derivedFrom calls that started before are not derived anew; null when all are
 * @param recordingsFrom calls that started before have no links to recordings; null when all may
 */
public record RetentionHorizon(@Nullable Instant derivedFrom, @Nullable Instant recordingsFrom) {

  /** Everything is kept. */
  public static final RetentionHorizon NONE = new RetentionHorizon(null, null);

  public boolean hides(Call call) {
    return isBefore(call, derivedFrom);
  }

  public boolean hidesRecordingsOf(Call call) {
    return isBefore(call, recordingsFrom);
  }

  private static boolean isBefore(Call call, @Nullable Instant instant) {
    return instant != null && call.localStart().toInstant().isBefore(instant);
  }
}
