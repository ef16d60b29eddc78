package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static calltally.sql.jooq.analytics.Tables.DATA_QUALITY;
import static calltally.sql.jooq.analytics.Tables.FEED_QUALITY;
import static org.jooq.impl.DSL.coalesce;
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
import calltally.sql.jooq.analytics.tables.records.FeedQualityRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;

/** How far the figures of the period can be trusted. */
record SelectQuality(String source, Period period, Instant generatedAt) {

  DataQuality run(DSLContext sql) {
    Result<FeedQualityRecord> feed = feed(sql);
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
                    lowCoverage(feed),
                    daysWithoutData(feed),
                    workingDays(feed),
                    silences(feed),
                    row.value1() == 0 ? lastCall(sql) : null));
  }

  private static Field<Integer> of(Field<? extends Number> column) {
    return coalesce(sum(column).cast(INTEGER), inline(0));
  }

  /** One row for each date, latest last. */
  private Result<FeedQualityRecord> feed(DSLContext sql) {
    return sql.selectFrom(FEED_QUALITY(source, period.from(), period.until(), generatedAt))
        .orderBy(FEED_QUALITY.LOCAL_DATE)
        .fetch();
  }

  private static List<LowCoverage> lowCoverage(Result<FeedQualityRecord> feed) {
    return feed.stream()
        .filter(FeedQualityRecord::getLowCoverage)
        .map(
            day ->
                new LowCoverage(
                    day.getLocalDate(), new Rate(day.getCallsComplete(), day.getCalls())))
        .toList();
  }

  private static List<LocalDate> daysWithoutData(Result<FeedQualityRecord> feed) {
    return feed.stream()
        .filter(FeedQualityRecord::getNoData)
        .map(FeedQualityRecord::getLocalDate)
        .toList();
  }

  /** Those whose first shift has begun; only they have a silence. */
  private static int workingDays(Result<FeedQualityRecord> feed) {
    return (int)
        feed.stream()
            .filter(day -> day.getHasWorkingHours() && day.getLongestSilenceSeconds() != null)
            .count();
  }

  private static List<Silence> silences(Result<FeedQualityRecord> feed) {
    return feed.stream()
        .filter(day -> day.getSilent() && !day.getNoData())
        .map(
            day ->
                new Silence(
                    day.getLocalDate(),
                    day.getSilenceStartsAt(),
                    day.getSilenceEndsAt(),
                    Seconds.duration(day.getLongestSilenceSeconds()),
                    Seconds.duration(day.getSilenceLimitSeconds())))
        .toList();
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
