package calltally.reporting.alarm;

import calltally.reporting.alarm.Notice.Alarm;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one alarm that cannot wait until the database is back: that the spool fills up, which it does
 * because the database is away. It is told by this service alone, once, and written down later.
 */
final class UnrecordedAlarm {

  private final Map<String, AlarmChannel> receivers;
  private final NoticeText words;
  private final Set<String> notified = new HashSet<>();
  private @Nullable Alarm alarm;
  private @Nullable Observation noticed;

  UnrecordedAlarm(Map<String, AlarmChannel> receivers, NoticeText words) {
    this.receivers = receivers;
    this.words = words;
  }

  /** Tells those who have not been reached yet. */
  void send(Observation spool, ZoneId zone, Instant now) {
    if (spool.state() == AlarmState.ALARM) {
      Alarm known = alarm == null ? alarm(spool, zone, now) : alarm;
      alarm = known;
      noticed = noticed == null ? spool : noticed;
      receivers.forEach(
          (name, channel) -> {
            if (!notified.contains(name) && send(channel, known, now).isTaken()) {
              notified.add(name);
            }
          });
    }
  }

  private NotifyResult send(AlarmChannel channel, Alarm about, Instant now) {
    return channel.send(new Notice(AlarmStage.BEGIN, channel.name(), 1, about), words, now);
  }

  private Alarm alarm(Observation spool, ZoneId zone, Instant now) {
    return new Alarm(
        spool.source().id(),
        now.getEpochSecond(),
        spool.kind(),
        spool.source().name(),
        zone,
        now,
        null,
        words.sentence(spool),
        words.facts(spool));
  }

  /** Makes up for it: nobody is told again that it began. */
  void writeInto(AlarmLedger ledger) {
    if (alarm != null && noticed != null) {
      ledger.writeNotified(noticed, notified, alarm.beganAt());
      alarm = null;
      noticed = null;
      notified.clear();
    }
  }
}
