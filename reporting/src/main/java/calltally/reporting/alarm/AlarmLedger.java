package calltally.reporting.alarm;

import calltally.reporting.http.NotifyResult;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * The alarms that have been raised and the notices sent about them, shared by all monitors of one
 * database.
 *
 * @param receivers names of those who are notified
 */
record AlarmLedger(DSLContext sql, List<String> receivers, NoticeText words) {

  AlarmLedger {
    receivers = List.copyOf(receivers);
  }

  /** Records what has changed, and the notices that this calls for. */
  void write(Observation observation, Instant now) {
    switch (observation.state()) {
      case ALARM ->
          sql.transaction(
              inside ->
                  new BeginAlarm(observation, words, now)
                      .run(inside.dsl())
                      .ifPresent(
                          alarm ->
                              notices(observation, alarm, AlarmStage.BEGIN, now)
                                  .run(inside.dsl())));
      case WELL ->
          sql.transaction(
              inside ->
                  new EndAlarm(observation, now)
                      .run(inside.dsl())
                      .ifPresent(
                          alarm ->
                              notices(observation, alarm, AlarmStage.END, now).run(inside.dsl())));
      case UNDECIDED -> {}
    }
  }

  /** Records an alarm that began earlier, together with the receivers already notified of it. */
  void writeNotified(Observation observation, Set<String> notified, Instant began) {
    sql.transaction(
        inside ->
            new BeginAlarm(observation, words, began)
                .run(inside.dsl())
                .ifPresent(
                    alarm -> {
                      notices(observation, alarm, AlarmStage.BEGIN, began).run(inside.dsl());
                      new MarkNotified(observation.source().id(), alarm, notified, began)
                          .run(inside.dsl());
                    }));
  }

  private InsertNotices notices(
      Observation observation, long alarm, AlarmStage stage, Instant now) {
    return new InsertNotices(observation.source().id(), alarm, stage, receivers, now);
  }

  /** The notice to one of these receivers that has waited longest. */
  Optional<Notice> claim(List<String> ready, ZoneId zone, Instant now) {
    return ready.isEmpty() ? Optional.empty() : new ClaimNotice(ready, zone, now).run(sql);
  }

  void end(Notice notice, NotifyResult result, Instant now) {
    new EndNotice(notice, result, now).run(sql);
  }
}
