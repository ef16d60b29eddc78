package calltally.reporting.statistics;

import static calltally.sql.jooq.calls.Tables.CALL;
import static calltally.sql.jooq.calls.Tables.STALE_DAY;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.stats.Tables.HOURLY_LINE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.epoch;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.sum;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Inserts the hourly sums per line of the stale days: section 6 of the definitions. */
record InsertHourlyLines() {

  private static final Condition INCOMING = CALL.DIRECTION.eq(inline("incoming"));
  private static final Condition ANSWERED = INCOMING.and(CALL.OUTCOME.eq(inline("answered")));
  private static final Condition MISSED = INCOMING.and(CALL.OUTCOME.eq(inline("missed")));
  private static final Condition OUTGOING = CALL.DIRECTION.eq(inline("outgoing"));
  private static final Condition CONNECTED = OUTGOING.and(CALL.OUTCOME.eq(inline("answered")));

  void into(DSLContext sql) {
    Map<Field<?>, Field<?>> columns = columns();
    sql.insertInto(HOURLY_LINE)
        .columns(columns.keySet())
        .select(
            DSL.select(columns.values())
                .from(STALE_DAY)
                .join(SOURCE)
                .on(SOURCE.SOURCE_ID.eq(STALE_DAY.SOURCE_ID))
                .join(CALL)
                .on(CALL.SOURCE_ID.eq(STALE_DAY.SOURCE_ID))
                .and(CALL.LOCAL_DATE.eq(STALE_DAY.LOCAL_DATE))
                .where(CALL.IS_INTERNAL.isFalse())
                .groupBy(CALL.SOURCE_ID, CALL.HOUR_START, CALL.LOCAL_DATE, CALL.LINE))
        .execute();
  }

  private static Map<Field<?>, Field<?>> columns() {
    Map<Field<?>, Field<?>> columns = new LinkedHashMap<>();
    columns.put(HOURLY_LINE.SOURCE_ID, CALL.SOURCE_ID);
    columns.put(HOURLY_LINE.HOUR_START, CALL.HOUR_START);
    columns.put(HOURLY_LINE.LOCAL_DATE, CALL.LOCAL_DATE);
    columns.put(HOURLY_LINE.LINE, CALL.LINE);
    columns.put(HOURLY_LINE.LINE_NAME, max(CALL.LINE_NAME));
    columns.put(HOURLY_LINE.DEPARTMENT, max(CALL.DEPARTMENT));
    columns.put(HOURLY_LINE.INCOMING, number(INCOMING));
    columns.put(HOURLY_LINE.ANSWERED, number(ANSWERED));
    columns.put(HOURLY_LINE.MISSED, number(MISSED));
    columns.put(
        HOURLY_LINE.UNFINISHED, number(INCOMING.and(CALL.OUTCOME.eq(inline("unfinished")))));
    columns.put(HOURLY_LINE.SHORT_MISSED, number(MISSED.and(CALL.IS_SHORT)));
    columns.put(HOURLY_LINE.MISSED_CALLER_GAVE_UP, missedBecause("caller_gave_up"));
    columns.put(HOURLY_LINE.MISSED_NO_ANSWER, missedBecause("no_answer"));
    columns.put(HOURLY_LINE.MISSED_BUSY, missedBecause("busy"));
    columns.put(HOURLY_LINE.MISSED_UNAVAILABLE, missedBecause("unavailable"));
    columns.put(HOURLY_LINE.MISSED_NOT_OFFERED, missedBecause("not_offered"));
    columns.put(HOURLY_LINE.MISSED_UNKNOWN, missedBecause("unknown"));
    columns.put(
        HOURLY_LINE.MISSED_OUTSIDE_HOURS, number(MISSED.and(CALL.IN_WORKING_HOURS.isFalse())));
    columns.put(
        HOURLY_LINE.ANSWERED_IN_TIME,
        number(
            ANSWERED.and(
                CALL.WAIT_SECONDS.le(
                    epoch(SOURCE.SERVICE_LEVEL_THRESHOLD).cast(BigDecimal.class)))));
    columns.put(HOURLY_LINE.WAIT_ANSWERED_SUM, total(CALL.WAIT_SECONDS, ANSWERED));
    columns.put(HOURLY_LINE.WAIT_ANSWERED_COUNT, known(CALL.WAIT_SECONDS, ANSWERED));
    columns.put(HOURLY_LINE.WAIT_MISSED_SUM, total(CALL.WAIT_SECONDS, MISSED));
    columns.put(HOURLY_LINE.WAIT_MISSED_COUNT, known(CALL.WAIT_SECONDS, MISSED));
    columns.put(HOURLY_LINE.WAIT_MAX, max(CALL.WAIT_SECONDS).filterWhere(ANSWERED));
    columns.put(HOURLY_LINE.TALK_SUM, total(CALL.TALK_SECONDS, ANSWERED));
    columns.put(HOURLY_LINE.TALK_COUNT, known(CALL.TALK_SECONDS, ANSWERED));
    columns.put(HOURLY_LINE.OUTGOING, number(OUTGOING));
    columns.put(HOURLY_LINE.CONNECTED, number(CONNECTED));
    columns.put(
        HOURLY_LINE.OUTGOING_MISSED, number(OUTGOING.and(CALL.OUTCOME.eq(inline("missed")))));
    return columns;
  }

  private static Field<?> missedBecause(String reason) {
    return number(MISSED.and(CALL.MISSED_REASON.eq(inline(reason))));
  }

  private static Field<?> number(Condition calls) {
    return count().filterWhere(calls);
  }

  private static Field<?> known(Field<BigDecimal> seconds, Condition calls) {
    return count(seconds).filterWhere(calls);
  }

  private static Field<?> total(Field<BigDecimal> seconds, Condition calls) {
    return coalesce(sum(seconds).filterWhere(calls), inline(BigDecimal.ZERO));
  }
}
