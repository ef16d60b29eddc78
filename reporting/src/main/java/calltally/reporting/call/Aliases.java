package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.SAME_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import calltally.sql.jooq.calls.Routines;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;

/**
 * Identifiers that mean the same call: all its notifications are derived under one of them.
 *
 * @param sources of which a notification names another identifier of its call; of all others
 *     nothing else is asked of the database
 */
record Aliases(List<Integer> sources) {

  Aliases {
    sources = List.copyOf(sources);
  }

  static Aliases in(DSLContext sql) {
    return new Aliases(
        sql.select(SOURCE.SOURCE_ID)
            .from(SOURCE)
            .where(
                exists(
                    selectOne()
                        .from(NOTIFICATION)
                        .where(NOTIFICATION.SOURCE_ID.eq(SOURCE.SOURCE_ID))
                        .and(NOTIFICATION.ALIAS.isNotNull())))
            .fetch(SOURCE.SOURCE_ID));
  }

  /** Whether there are any. */
  boolean exist() {
    return !sources.isEmpty();
  }

  /** Marks the calls whose identifiers mean the same as those of stale calls. */
  void markStale(DSLContext sql) {
    if (exist()) {
      sql.insertInto(STALE_CALL, STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID)
          .select(
              select(STALE_CALL.SOURCE_ID, SAME_CALL.SAME_CALL_)
                  .from(STALE_CALL)
                  .crossJoin(
                      lateral(SAME_CALL.call(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID))
                          .as(SAME_CALL))
                  .where(haveAny(STALE_CALL.SOURCE_ID)))
          .onConflictDoNothing()
          .execute();
    }
  }

  /** Whether a notification of that source is of the call derived under that identifier. */
  Condition isOfCall(Field<Integer> sourceId, Field<String> pbxId) {
    return exist()
        ? NOTIFICATION.PBX_ID.eq(
            any(
                when(haveAny(sourceId), Routines.idsOfCall(sourceId, pbxId))
                    .otherwise(array(pbxId))))
        : NOTIFICATION.PBX_ID.eq(pbxId);
  }

  private Condition haveAny(Field<Integer> sourceId) {
    return sourceId.in(sources.stream().map(id -> inline(id)).toList());
  }
}
