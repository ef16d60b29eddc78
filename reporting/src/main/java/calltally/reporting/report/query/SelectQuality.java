package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static calltally.sql.jooq.analytics.Tables.DATA_QUALITY;
import static calltally.sql.jooq.analytics.Tables.FEED_QUALITY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.SQLDataType.INTEGER;

import calltally.reporting.report.DataQuality;
import calltally.reporting.report.DataQuality.LowCoverage;
import calltally.reporting.report.DataQuality.Silence;
import calltally.reporting.report.DataQuality.Untold;
import calltally.reporting.report.Period;
import calltally.reporting.report.Rate;
import calltally.sql.jooq.analytics.tables.FeedQuality;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** How far the figures of the period can be trusted. */
record SelectQuality(String source, Period period, Instant generatedAt) {

  DataQuality run(DSLContext sql) {
    return sql.select(
            of(DATA_QUALITY.NOTIFICATIONS),
            of(DATA_QUALITY.DUPLICATES),
            of(DATA_QUALITY.REJECTED),
            of(DATA_QUALITY.LATE),
            of(DATA_QUALITY.CALLS),
            of(DATA_QUALITY.CALLS_COMPLETE),
            of(DATA_QUALITY.INTERNAL),
            row(of(DATA_QUALITY.RINGS_UNKNOWN), of(DATA_QUALITY.WAIT_UNKNOWN)).mapping(Untold::new))
        .from(DATA_QUALITY)
        .where(DATA_QUALITY.SOURCE.eq(source))
        .and(DATA_QUALITY.LOCAL_DATE.ge(period.from()))
        .and(DATA_QUALITY.LOCAL_DATE.lt(period.until()))
        .fetchSingle(
            row ->
                new DataQuality(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    row.value4(),
                    row.value5(),
                    row.value6(),
                    row.value7(),
                    row.value8(),
                    lowCoverage(sql),
                    daysWithoutData(sql),
                    workingDays(sql),
                    silences(sql),
                    row.value1() == 0 ? lastCall(sql) : null));
  }

  private static Field<Integer> of(Field<? extends Number> column) {
    return coalesce(sum(column).cast(INTEGER), inline(0));
  }

  private FeedQuality feed() {
    return FEED_QUALITY(source, period.from(), period.until(), generatedAt);
  }

  private List<LowCoverage> lowCoverage(DSLContext sql) {
    FeedQuality feed = feed();
    return sql.select(feed.LOCAL_DATE, feed.CALLS_COMPLETE, feed.CALLS)
        .from(feed)
        .where(feed.LOW_COVERAGE)
        .orderBy(feed.LOCAL_DATE)
        .fetch(row -> new LowCoverage(row.value1(), new Rate(row.value2(), row.value3())));
  }

  private List<LocalDate> daysWithoutData(DSLContext sql) {
    FeedQuality feed = feed();
    return sql.select(feed.LOCAL_DATE)
        .from(feed)
        .where(feed.NO_DATA)
        .orderBy(feed.LOCAL_DATE)
        .fetch(feed.LOCAL_DATE);
  }

  /** Those whose first shift has begun; only they have a silence. */
  private int workingDays(DSLContext sql) {
    FeedQuality feed = feed();
    return sql.fetchCount(
        feed, condition(feed.HAS_WORKING_HOURS).and(feed.LONGEST_SILENCE_SECONDS.isNotNull()));
  }

  private List<Silence> silences(DSLContext sql) {
    FeedQuality feed = feed();
    return sql.select(
            feed.LOCAL_DATE,
            feed.SILENCE_STARTS_AT,
            feed.SILENCE_ENDS_AT,
            feed.LONGEST_SILENCE_SECONDS.convertFrom(Seconds::duration),
            feed.SILENCE_LIMIT_SECONDS.convertFrom(Seconds::duration))
        .from(feed)
        .where(feed.SILENT)
        .andNot(feed.NO_DATA)
        .orderBy(feed.LOCAL_DATE)
        .fetch(
            row ->
                new Silence(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
  }

  private @Nullable Instant lastCall(DSLContext sql) {
    return sql.select(max(CALL.STARTED_AT))
        .from(CALL)
        .where(CALL.SOURCE.eq(source))
        .and(CALL.STARTED_AT.le(generatedAt))
        .fetchSingle()
        .value1();
  }
}
