package calltally.reporting.alarm;

import static calltally.sql.jooq.ledger.Tables.ALARM;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.val;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** Records that something is well again. */
record EndAlarm(Observation observation, Instant now) {

  /** The alarm's number; empty when nothing was wrong. */
  Optional<Long> run(DSLContext sql) {
    return sql.update(ALARM)
        .set(ALARM.ENDED_AT, greatest(ALARM.BEGAN_AT, val(now, ALARM.ENDED_AT)))
        .where(ALARM.SOURCE_ID.eq(observation.source().id()))
        .and(ALARM.KIND.eq(observation.kind().toString()))
        .and(ALARM.PLACE.eq(observation.place()))
        .and(ALARM.ENDED_AT.isNull())
        .returningResult(ALARM.ALARM_ID)
        .fetchOptional(ALARM.ALARM_ID);
  }
}
