package calltally.reporting.alarm;

import static calltally.sql.jooq.ledger.Tables.ALARM;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.JSONB;

/** Records that something is wrong. */
record BeginAlarm(Observation observation, NoticeText words, Instant now) {

  /** The alarm's number; empty when it is already on record. */
  Optional<Long> run(DSLContext sql) {
    return sql.insertInto(ALARM)
        .set(ALARM.SOURCE_ID, observation.source().id())
        .set(ALARM.KIND, observation.kind().toString())
        .set(ALARM.PLACE, observation.place())
        .set(ALARM.BEGAN_AT, now)
        .set(ALARM.MESSAGE, words.sentence(observation))
        .set(ALARM.DETAILS, JSONB.valueOf(words.facts(observation)))
        .onConflict(ALARM.SOURCE_ID, ALARM.KIND, ALARM.PLACE)
        .where(ALARM.ENDED_AT.isNull())
        .doNothing()
        .returningResult(ALARM.ALARM_ID)
        .fetchOptional(ALARM.ALARM_ID);
  }
}
