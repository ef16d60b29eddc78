package calltally.reporting.alarm;

import calltally.reporting.alarm.Notice.Alarm;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one alarm that cannot wait for the database: a full spool, which fills up because the
 * database is unavailable. This service sends it alone, once, and records it later.
 */
final class UnrecordedAlarm {

  private final AlarmReceivers receivers;
  private final NoticeText words;
  private final Set<String> notified = new HashSet<>();
  private @Nullable Alarm alarm;
  private @Nullable Observation noticed;

  UnrecordedAlarm(AlarmReceivers receivers, NoticeText words) {
    this.receivers = receivers;
    this.words = words;
  }

  /** Notifies those who have not been reached yet. */
  void send(Observation spool, ZoneId zone, Instant now) {
    if (spool.state() == AlarmState.ALARM) {
      Alarm known = alarm == null ? alarm(spool, zone, now) : alarm;
      alarm = known;
      noticed = noticed == null ? spool : noticed;
      for (String name : receivers.names()) {
        if (!notified.contains(name)
            && receivers.send(new Notice(AlarmStage.BEGIN, name, 1, known), now).isTaken()) {
          notified.add(name);
        }
      }
    }
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

  /** Records the alarm belatedly, so that nobody is notified of its beginning again. */
  void writeInto(AlarmLedger ledger) {
    if (alarm != null && noticed != null) {
      ledger.writeNotified(noticed, notified, alarm.beganAt());
      alarm = null;
      noticed = null;
      notified.clear();
    }
  }
}
