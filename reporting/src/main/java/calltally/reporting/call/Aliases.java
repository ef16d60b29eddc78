package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.SAME_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;

import calltally.sql.jooq.calls.Routines;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Identifiers that mean the same call: all its notifications are derived under one of them.
 *
 * @param exist whether any notification names another identifier of its call; nothing else is asked
 *     of the database where none does
 */
record Aliases(boolean exist) {

  static Aliases in(DSLContext sql) {
    return new Aliases(sql.fetchExists(NOTIFICATION, NOTIFICATION.ALIAS.isNotNull()));
  }

  /** Marks the calls whose identifiers mean the same as those of stale calls. */
  void markStale(DSLContext sql) {
    if (exist) {
      sql.insertInto(STALE_CALL, STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID)
          .select(
              select(STALE_CALL.SOURCE_ID, SAME_CALL.SAME_CALL_)
                  .from(STALE_CALL)
                  .crossJoin(
                      lateral(SAME_CALL.call(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID))
                          .as(SAME_CALL)))
          .onConflictDoNothing()
          .execute();
    }
  }

  /** Whether a notification of that source is of the call derived under that identifier. */
  Condition isOfCall(Field<Integer> sourceId, Field<String> pbxId) {
    return exist
        ? NOTIFICATION.PBX_ID.eq(any(Routines.idsOfCall(sourceId, pbxId)))
        : NOTIFICATION.PBX_ID.eq(pbxId);
  }
}
