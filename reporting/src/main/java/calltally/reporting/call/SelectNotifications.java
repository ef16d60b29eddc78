package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.CALL;
import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.journal.Tables.HORIZON;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import calltally.reporting.call.fold.Event;
import java.util.Arrays;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;

/** The notifications that concern calls, grouped by call, in bounded memory. */
record SelectNotifications(boolean onlyOfStaleCalls) {

  private static final int ROWS_A_FETCH = 2_000;

  private static final Field<JSONB> TAGS =
      when(
          NOTIFICATION.EVENT.eq(Event.TAGS.journalName()),
          DSL.jsonbGetAttribute(NOTIFICATION.FIELDS, "tags"));

  /** In the order in which {@link NotificationRows} reads them. */
  private static final List<Field<?>> COLUMNS =
      List.of(
          NOTIFICATION.SOURCE_ID,
          NOTIFICATION.PBX_ID,
          NOTIFICATION.EVENT,
          NOTIFICATION.OCCURRED_AT,
          NOTIFICATION.CALLER,
          NOTIFICATION.RECEIVER,
          NOTIFICATION.STATUS,
          NOTIFICATION.DURATION,
          NOTIFICATION.AUDIO_PATH,
          TAGS);

  /** Selects those of stale calls. */
  static SelectNotifications ofStaleCalls() {
    return new SelectNotifications(true);
  }

  /** Selects those of all calls within the retention horizon. */
  static SelectNotifications ofAllCalls() {
    return new SelectNotifications(false);
  }

  NotificationRows run(DSLContext sql) {
    return new NotificationRows(
        (onlyOfStaleCalls ? stale(sql) : all(sql))
            .orderBy(NOTIFICATION.SOURCE_ID, NOTIFICATION.PBX_ID)
            .fetchSize(ROWS_A_FETCH)
            .fetchLazy());
  }

  private static SelectConditionStep<Record> stale(DSLContext sql) {
    return sql.select(COLUMNS)
        .from(STALE_CALL)
        .join(NOTIFICATION)
        .on(NOTIFICATION.SOURCE_ID.eq(STALE_CALL.SOURCE_ID))
        .and(NOTIFICATION.PBX_ID.eq(STALE_CALL.PBX_ID))
        .where(tellOfACall());
  }

  private static SelectConditionStep<Record> all(DSLContext sql) {
    return sql.select(COLUMNS)
        .from(NOTIFICATION)
        .where(tellOfACall())
        .and(NOTIFICATION.PBX_ID.isNotNull())
        .and(sql.fetchExists(HORIZON) ? not(tellOfACallThatStays()) : noCondition());
  }

  private static Condition tellOfACallThatStays() {
    return exists(
        selectOne()
            .from(HORIZON)
            .join(CALL)
            .on(CALL.SOURCE_ID.eq(HORIZON.SOURCE_ID))
            .where(CALL.STARTED_AT.lt(HORIZON.DERIVED_FROM))
            .and(CALL.SOURCE_ID.eq(NOTIFICATION.SOURCE_ID))
            .and(CALL.PBX_ID.eq(NOTIFICATION.PBX_ID)));
  }

  private static Condition tellOfACall() {
    return NOTIFICATION
        .EVENT
        .in(Arrays.stream(Event.values()).map(Event::journalName).toList())
        .and(NOTIFICATION.OCCURRED_AT.gt(DSL.inline("-infinity").cast(NOTIFICATION.OCCURRED_AT)));
  }
}
