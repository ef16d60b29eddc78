package calltally.reporting.call;

import static calltally.sql.jooq.calls.Tables.SAME_CALL;
import static calltally.sql.jooq.calls.Tables.STALE_CALL;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.journal.Tables.NOTIFICATION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.array;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;

import calltally.sql.jooq.calls.Routines;
import calltally.sql.jooq.journal.tables.Notification;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

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
    return of(sql, noCondition());
  }

  /** Those of the sources of stale calls, however many sources there are. */
  static Aliases ofStaleCalls(DSLContext sql) {
    return of(sql, SOURCE.SOURCE_ID.in(select(STALE_CALL.SOURCE_ID).from(STALE_CALL)));
  }

  private static Aliases of(DSLContext sql, Condition sources) {
    return new Aliases(
        sql.select(SOURCE.SOURCE_ID)
            .from(SOURCE)
            .where(sources)
            .and(
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
                  .where(isNamed(STALE_CALL.SOURCE_ID, STALE_CALL.PBX_ID)))
          .onConflictDoNothing()
          .execute();
    }
  }

  /**
   * Whether a notification of that source is of the call derived under that identifier.
   *
   * <p>The identifiers are a query of their own, so that they are looked up once for each call, and
   * not for each notification that is compared with them.
   */
  Condition isOfCall(Field<Integer> sourceId, Field<String> pbxId) {
    return exist()
        ? NOTIFICATION.PBX_ID.eq(
            any(
                field(
                    "cast(({0}) as text[])",
                    String[].class,
                    select(
                        when(isNamed(sourceId, pbxId), Routines.idsOfCall(sourceId, pbxId))
                            .otherwise(array(pbxId))))))
        : NOTIFICATION.PBX_ID.eq(pbxId);
  }

  /** Whether a notification says that the identifier means the same as another. */
  private Condition isNamed(Field<Integer> sourceId, Field<String> pbxId) {
    Notification other = NOTIFICATION.as("other");
    Condition names =
        other.ALIAS.isNotNull().and(other.SOURCE_ID.in(sources.stream().map(DSL::inline).toList()));
    return row(sourceId, pbxId)
        .in(
            select(other.SOURCE_ID, other.PBX_ID)
                .from(other)
                .where(names)
                .and(other.PBX_ID.isNotNull())
                .unionAll(select(other.SOURCE_ID, other.ALIAS).from(other).where(names)));
  }
}
