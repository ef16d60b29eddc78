package calltally.reporting.alarm;

import static calltally.sql.jooq.ledger.Tables.ALARM_NOTICE;

import java.time.Instant;
import java.util.Set;
import org.jooq.DSLContext;

/** Records that some receivers were notified of an alarm before the alarm itself was recorded. */
record MarkNotified(int sourceId, long alarm, Set<String> receivers, Instant at) {

  void run(DSLContext sql) {
    sql.update(ALARM_NOTICE)
        .set(ALARM_NOTICE.NOTIFIED_AT, at)
        .setNull(ALARM_NOTICE.NEXT_ATTEMPT_AT)
        .where(ALARM_NOTICE.SOURCE_ID.eq(sourceId))
        .and(ALARM_NOTICE.ALARM_ID.eq(alarm))
        .and(ALARM_NOTICE.STAGE.eq(AlarmStage.BEGIN.toString()))
        .and(ALARM_NOTICE.CHANNEL.in(receivers))
        .execute();
  }
}
