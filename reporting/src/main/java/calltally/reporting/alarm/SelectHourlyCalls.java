package calltally.reporting.alarm;

import static calltally.sql.jooq.analytics.Tables.HOURLY_LINE;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.SQLDataType.INTEGER;

import java.time.Instant;
import org.jooq.DSLContext;

/**
 * A source's calls in both directions, without internal ones, per hour in {@code [from, until)}.
 */
record SelectHourlyCalls(MonitoredSource source, Instant from, Instant until) {

  HourlyCalls run(DSLContext sql) {
    return new HourlyCalls(
        sql.select(
                HOURLY_LINE.HOUR_START,
                sum(HOURLY_LINE.INCOMING.plus(HOURLY_LINE.OUTGOING)).cast(INTEGER))
            .from(HOURLY_LINE)
            .where(HOURLY_LINE.SOURCE.eq(source.name()))
            .and(HOURLY_LINE.HOUR_START.ge(from))
            .and(HOURLY_LINE.HOUR_START.lt(until))
            .groupBy(HOURLY_LINE.HOUR_START)
            .fetchMap(row -> row.value1(), row -> row.value2()));
  }
}
