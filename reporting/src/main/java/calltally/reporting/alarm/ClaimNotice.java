package calltally.reporting.alarm;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.ALARM;
import static calltally.sql.jooq.ledger.Tables.ALARM_NOTICE;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import calltally.sql.jooq.ledger.tables.AlarmNotice;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record4;
import org.jooq.Select;

/**
 * Claims the notice that has waited longest.
 *
 * @param zone the zone of the times in alarms that concern all sources
 */
record ClaimNotice(Collection<String> receivers, ZoneId zone, Instant now) {

  /** Longer than notifying one receiver takes; afterwards another monitor may try. */
  private static final Duration LEASE = Duration.ofMinutes(5);

  Optional<Notice> run(DSLContext sql) {
    return sql.update(ALARM_NOTICE)
        .set(ALARM_NOTICE.ATTEMPTS, ALARM_NOTICE.ATTEMPTS.plus(1))
        .set(ALARM_NOTICE.NEXT_ATTEMPT_AT, now.plus(LEASE))
        .where(
            row(
                    ALARM_NOTICE.SOURCE_ID,
                    ALARM_NOTICE.ALARM_ID,
                    ALARM_NOTICE.STAGE,
                    ALARM_NOTICE.CHANNEL)
                .eq(waiting()))
        .returning()
        .fetchOptional()
        .map(
            taken ->
                new Notice(
                    AlarmStage.parse(taken.getStage()),
                    taken.getChannel(),
                    taken.getAttempts(),
                    alarm(taken.getSourceId(), taken.getAlarmId(), sql)));
  }

  /**
   * Compared with {@code =}, so that it is evaluated once: each evaluation would claim another row.
   */
  private Select<Record4<Integer, Long, String, String>> waiting() {
    return select(
            ALARM_NOTICE.SOURCE_ID, ALARM_NOTICE.ALARM_ID, ALARM_NOTICE.STAGE, ALARM_NOTICE.CHANNEL)
        .from(ALARM_NOTICE)
        .where(ALARM_NOTICE.NEXT_ATTEMPT_AT.le(now))
        .and(ALARM_NOTICE.CHANNEL.in(receivers))
        .and(isNotEndBeforeBegin())
        .orderBy(ALARM_NOTICE.NEXT_ATTEMPT_AT, ALARM_NOTICE.ALARM_ID, ALARM_NOTICE.STAGE)
        .limit(1)
        .forUpdate()
        .skipLocked();
  }

  private static Condition isNotEndBeforeBegin() {
    AlarmNotice begin = ALARM_NOTICE.as("begin");
    return ALARM_NOTICE
        .STAGE
        .eq(AlarmStage.BEGIN.toString())
        .or(
            notExists(
                selectOne()
                    .from(begin)
                    .where(begin.SOURCE_ID.eq(ALARM_NOTICE.SOURCE_ID))
                    .and(begin.ALARM_ID.eq(ALARM_NOTICE.ALARM_ID))
                    .and(begin.CHANNEL.eq(ALARM_NOTICE.CHANNEL))
                    .and(begin.STAGE.eq(AlarmStage.BEGIN.toString()))
                    .and(begin.NEXT_ATTEMPT_AT.isNotNull())));
  }

  private Notice.Alarm alarm(int sourceId, long alarmId, DSLContext sql) {
    return sql.select(ALARM, SOURCE.NAME, SOURCE.ZONE)
        .from(ALARM)
        .leftJoin(SOURCE)
        .using(SOURCE.SOURCE_ID)
        .where(ALARM.SOURCE_ID.eq(sourceId))
        .and(ALARM.ALARM_ID.eq(alarmId))
        .fetchSingle(
            found ->
                new Notice.Alarm(
                    sourceId,
                    alarmId,
                    AlarmKind.parse(found.value1().getKind()),
                    Objects.requireNonNullElse(found.value2(), ""),
                    found.value3() == null ? zone : ZoneId.of(found.value3()),
                    found.value1().getBeganAt(),
                    found.value1().getEndedAt(),
                    found.value1().getMessage(),
                    found.value1().getDetails().data()));
  }
}
