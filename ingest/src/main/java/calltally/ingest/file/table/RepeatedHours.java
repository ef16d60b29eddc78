package calltally.ingest.file.table;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Distinguishes the two passes of an hour that clocks repeat in autumn, by the order of a file.
 *
 * <p>In a file that goes forward, a time before the one above it is in the second pass; in one that
 * goes backward, the second pass comes first.
 */
public final class RepeatedHours {

  /** Rows may be in order of another time, such as the end of a call. */
  private static final Duration DISORDER = Duration.ofMinutes(1);

  private final ZoneId zone;
  private @Nullable ZoneOffsetTransition hour;
  private @Nullable LocalDateTime last;
  private boolean isBackward;
  private boolean isSecond;

  public RepeatedHours(ZoneId zone) {
    this.zone = zone;
  }

  /** The offset of the next time of the file, if it is in the second pass. */
  public Optional<ZoneOffset> secondPass(LocalDateTime local) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    if (change == null || change.isGap()) {
      hour = null;
      last = local;
      return Optional.empty();
    }
    if (change.equals(hour)) {
      follow(local);
    } else {
      enter(change, local);
    }
    return isSecond ? Optional.of(change.getOffsetAfter()) : Optional.empty();
  }

  private void enter(ZoneOffsetTransition change, LocalDateTime local) {
    isBackward = last != null && !last.isBefore(change.getDateTimeBefore());
    isSecond = isBackward;
    hour = change;
    last = local;
  }

  private void follow(LocalDateTime local) {
    LocalDateTime before = last == null ? local : last;
    boolean isTurn =
        isBackward ? local.isAfter(before.plus(DISORDER)) : local.isBefore(before.minus(DISORDER));
    if (isTurn && isSecond == isBackward) {
      isSecond = !isSecond;
      last = local;
    } else if (isBackward ? local.isBefore(before) : local.isAfter(before)) {
      last = local;
    }
  }
}
