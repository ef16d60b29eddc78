package calltally.reporting.alarm;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One receiver's notice of an alarm, claimed from the ledger in order to be sent.
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
   * @param zone the zone of the times in the message
   * @param endedAt null until it is over
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

  /** The same for every attempt and every sender. */
  String id() {
    return "%d-%d-%s".formatted(alarm.sourceId(), alarm.id(), stage);
  }

  /** When the reported event happened. */
  Instant at() {
    Instant ended = alarm.endedAt();
    return stage == AlarmStage.END && ended != null ? ended : alarm.beganAt();
  }
}
