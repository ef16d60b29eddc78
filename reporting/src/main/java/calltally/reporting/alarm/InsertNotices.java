package calltally.reporting.alarm;

import static calltally.sql.jooq.ledger.Tables.ALARM_NOTICE;

import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;

/** Records the notices that are to be sent. */
record InsertNotices(
    int sourceId, long alarm, AlarmStage stage, List<String> receivers, Instant now) {

  void run(DSLContext sql) {
    receivers.forEach(
        receiver ->
            sql.insertInto(ALARM_NOTICE)
                .set(ALARM_NOTICE.SOURCE_ID, sourceId)
                .set(ALARM_NOTICE.ALARM_ID, alarm)
                .set(ALARM_NOTICE.STAGE, stage.toString())
                .set(ALARM_NOTICE.CHANNEL, receiver)
                .set(ALARM_NOTICE.NEXT_ATTEMPT_AT, now)
                .onConflictDoNothing()
                .execute());
  }
}
