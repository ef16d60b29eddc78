package calltally.reporting.call.fold;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far back a source's calls can be derived. Beyond the horizon notifications are gone, and the
 * rows derived from them stay as they are.
 *
 * @param derivedFrom calls that started before are never derived again; null when there is no limit
 * @param recordingsFrom calls that started before have no links to recordings; null when there is
 *     no limit
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
