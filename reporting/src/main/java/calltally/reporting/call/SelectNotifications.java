package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.CALL;
import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.journal.Tables.HORIZON;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;

import calltally.reporting.call.fold.NotificationsOfCall;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectForUpdateStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The notifications that concern calls, grouped by call, in bounded memory. */
interface SelectNotifications {

  /** From this many stale calls on reading the journal at once is faster than call by call. */
  int MANY = 50_000;

  NotificationRows run(DSLContext sql);

  /**
   * Selects those of stale calls; of a call with too many of them some, but one more than the most.
   */
  static SelectNotifications ofStaleCalls(Condition which) {
    return sql ->
        rows(sql.fetchCount(STALE_CALL) < MANY ? fewStale(sql, which) : manyStale(sql, which));
  }

  /** Same as {@link #ofStaleCalls}, of so few that their number need not be known. */
  static SelectNotifications ofGroup(Condition which) {
    return sql -> rows(fewStale(sql, which));
  }

  /** Selects those of all calls within the retention horizon, except failing ones. */
  static SelectNotifications ofAllCalls() {
    return sql -> rows(all(sql));
  }

  private static NotificationRows rows(SelectForUpdateStep<Record> select) {
    return new NotificationRows(select.fetchSize(NotificationColumns.ROWS_A_FETCH).fetchLazy());
  }

  private static SelectForUpdateStep<Record> fewStale(DSLContext sql, Condition which) {
    Table<Record> ofOneCall =
        lateral(
            DSL.select(NotificationColumns.ALL)
                .from(NOTIFICATION)
                .where(NOTIFICATION.SOURCE_ID.eq(STALE_CALL.SOURCE_ID))
                .and(NOTIFICATION.PBX_ID.eq(STALE_CALL.PBX_ID))
                .and(NotificationColumns.tellOfACall())
                .limit(NotificationsOfCall.MOST + 1)
                .asTable("notification_of_call"));
    return sql.select(ofOneCall.fields())
        .from(STALE_CALL)
        .crossJoin(ofOneCall)
        .where(which)
        .orderBy(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID);
  }

  private static SelectForUpdateStep<Record> manyStale(DSLContext sql, Condition which) {
    return sql.select(NotificationColumns.ALL)
        .from(STALE_CALL)
        .join(NOTIFICATION)
        .on(NOTIFICATION.SOURCE_ID.eq(STALE_CALL.SOURCE_ID))
        .and(NOTIFICATION.PBX_ID.eq(STALE_CALL.PBX_ID))
        .where(NotificationColumns.tellOfACall())
        .and(which)
        .orderBy(NOTIFICATION.SOURCE_ID, NOTIFICATION.PBX_ID);
  }

  private static SelectForUpdateStep<Record> all(DSLContext sql) {
    return sql.select(NotificationColumns.ALL)
        .from(NOTIFICATION)
        .where(NotificationColumns.tellOfACall())
        .and(NOTIFICATION.PBX_ID.isNotNull())
        .and(not(FailingCalls.contains(NOTIFICATION)))
        .and(sql.fetchExists(HORIZON) ? not(tellOfACallThatStays()) : noCondition())
        .orderBy(NOTIFICATION.SOURCE_ID, NOTIFICATION.PBX_ID);
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
}
