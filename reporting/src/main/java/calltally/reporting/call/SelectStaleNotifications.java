package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static org.jooq.impl.DSL.when;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record10;
import org.jooq.impl.DSL;

/** Selects the notifications of the stale calls, call by call, in bounded memory. */
record SelectStaleNotifications() {

  private static final int ROWS_A_FETCH = 5_000;
  private static final Field<JSONB> TAGS =
      when(
              NOTIFICATION.EVENT.eq(Event.TAGS.journalName()),
              DSL.jsonbGetAttribute(NOTIFICATION.FIELDS, "tags"))
          .as("tags");

  /** The rows stay open on the transaction's connection: close the stream. */
  Stream<StaleNotification> from(DSLContext transaction) {
    return transaction
        .select(
            NOTIFICATION.SOURCE_ID,
            NOTIFICATION.PBX_ID,
            NOTIFICATION.EVENT,
            NOTIFICATION.OCCURRED_AT,
            NOTIFICATION.CALLER,
            NOTIFICATION.RECEIVER,
            NOTIFICATION.STATUS,
            NOTIFICATION.DURATION,
            NOTIFICATION.AUDIO_PATH,
            TAGS)
        .from(STALE_CALL)
        .join(NOTIFICATION)
        .on(NOTIFICATION.SOURCE_ID.eq(STALE_CALL.SOURCE_ID))
        .and(NOTIFICATION.PBX_ID.eq(STALE_CALL.PBX_ID))
        .where(
            NOTIFICATION.EVENT.in(Arrays.stream(Event.values()).map(Event::journalName).toList()))
        .and(NOTIFICATION.OCCURRED_AT.gt(DSL.inline("-infinity").cast(NOTIFICATION.OCCURRED_AT)))
        .orderBy(NOTIFICATION.SOURCE_ID, NOTIFICATION.PBX_ID)
        .fetchSize(ROWS_A_FETCH)
        .fetchStream()
        .map(SelectStaleNotifications::notification);
  }

  private static StaleNotification notification(
      Record10<Integer, String, String, Instant, String, String, String, BigDecimal, String, JSONB>
          row) {
    return new StaleNotification(
        row.value1(),
        row.value2(),
        new Notification(
            Event.named(row.value3()).orElseThrow(),
            row.value4(),
            row.value5(),
            row.value6(),
            row.value7(),
            row.value8(),
            row.value9(),
            row.value10() == null ? null : Tags.read(row.value10())));
  }

  /** A notification with the call it belongs to. */
  record StaleNotification(int sourceId, String pbxId, Notification notification) {

    boolean isOfSameCall(StaleNotification other) {
      return sourceId == other.sourceId && pbxId.equals(other.pbxId);
    }
  }
}
