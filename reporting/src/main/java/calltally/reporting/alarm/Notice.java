package calltally.reporting.alarm;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What one receiver is told of an alarm, taken from the ledger to be sent.
 *
 * @param attempts this one included
 * @param alarm what it is about
 */
record Notice(AlarmStage stage, String receiver, int attempts, Alarm alarm) {

  /**
   * Something that is or was wrong.
   *
   * @param sourceId 0 for what concerns all sources
   * @param source its name; empty for what concerns all
   * @param zone on whose clocks its times are told
   * @param endedAt null while it is not over
   * @param words what was wrong when it began
   * @param facts the same as a JSON object
   */
  record Alarm(
      int sourceId,
      long id,
      AlarmKind kind,
      String source,
      ZoneId zone,
      Instant beganAt,
      @Nullable Instant endedAt,
      String words,
      String facts) {}

  /** The same whenever and by whomever it is sent. */
  String id() {
    return "%d-%d-%s".formatted(alarm.sourceId(), alarm.id(), stage);
  }

  /** When that happened which it tells. */
  Instant at() {
    Instant ended = alarm.endedAt();
    return stage == AlarmStage.END && ended != null ? ended : alarm.beganAt();
  }
}
