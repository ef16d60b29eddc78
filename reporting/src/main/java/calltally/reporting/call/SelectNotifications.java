package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.ALIAS;
import static calltally.sql.jooq.calls.Tables.CALL;
import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.journal.Tables.HORIZON;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.selectOne;

import calltally.reporting.call.fold.NotificationsOfCall;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
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
  static SelectNotifications ofStaleCalls(Aliases aliases, Condition which) {
    return sql ->
        rows(
            sql.fetchCount(STALE_CALL) < MANY || aliases.exist()
                ? fewStale(sql, aliases, which)
                : manyStale(sql, which));
  }

  /** Same as {@link #ofStaleCalls}, of so few that their number need not be known. */
  static SelectNotifications ofGroup(Aliases aliases, Condition which) {
    return sql -> rows(fewStale(sql, aliases, which));
  }

  /** Selects those of all calls within the retention horizon, except failing ones. */
  static SelectNotifications ofAllCalls() {
    return sql -> rows(all(sql));
  }

  private static NotificationRows rows(SelectForUpdateStep<Record> select) {
    return new NotificationRows(select.fetchSize(NotificationColumns.ROWS_A_FETCH).fetchLazy());
  }

  private static SelectForUpdateStep<Record> fewStale(
      DSLContext sql, Aliases aliases, Condition which) {
    Table<Record> ofOneCall =
        lateral(
            DSL.select(NotificationColumns.of(STALE_CALL.PBX_ID))
                .from(NOTIFICATION)
                .where(NOTIFICATION.SOURCE_ID.eq(STALE_CALL.SOURCE_ID))
                .and(aliases.isOfCall(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID))
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
    return sql.select(NotificationColumns.of(NOTIFICATION.PBX_ID))
        .from(STALE_CALL)
        .join(NOTIFICATION)
        .on(NOTIFICATION.SOURCE_ID.eq(STALE_CALL.SOURCE_ID))
        .and(NOTIFICATION.PBX_ID.eq(STALE_CALL.PBX_ID))
        .where(NotificationColumns.tellOfACall())
        .and(which)
        .orderBy(NOTIFICATION.SOURCE_ID, NOTIFICATION.PBX_ID);
  }

  private static SelectForUpdateStep<Record> all(DSLContext sql) {
    boolean aliased = Aliases.in(sql).exist();
    Field<String> callId =
        aliased ? coalesce(ALIAS.CALL_ID, NOTIFICATION.PBX_ID) : NOTIFICATION.PBX_ID;
    return sql.select(NotificationColumns.of(callId))
        .from(
            aliased
                ? NOTIFICATION
                    .leftJoin(ALIAS)
                    .on(ALIAS.SOURCE_ID.eq(NOTIFICATION.SOURCE_ID))
                    .and(ALIAS.PBX_ID.eq(NOTIFICATION.PBX_ID))
                : NOTIFICATION)
        .where(NotificationColumns.tellOfACall())
        .and(NOTIFICATION.PBX_ID.isNotNull())
        .and(not(FailingCalls.contains(NOTIFICATION.SOURCE_ID, callId)))
        .and(sql.fetchExists(HORIZON) ? not(tellOfACallThatStays(callId)) : noCondition())
        .orderBy(NOTIFICATION.SOURCE_ID, callId);
  }

  private static Condition tellOfACallThatStays(Field<String> callId) {
    return exists(
        selectOne()
            .from(HORIZON)
            .join(CALL)
            .on(CALL.SOURCE_ID.eq(HORIZON.SOURCE_ID))
            .where(CALL.STARTED_AT.lt(HORIZON.DERIVED_FROM))
            .and(CALL.SOURCE_ID.eq(NOTIFICATION.SOURCE_ID))
            .and(CALL.PBX_ID.eq(callId)));
  }
}
