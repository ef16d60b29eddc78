package calltally.reporting.alarm;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;

import calltally.reporting.report.Rate;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** A source's calls in the last hours before a moment, without internal ones. */
record SelectRecentCalls(MonitoredSource source, Instant now) {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Field<Integer> ANSWERED =
      count().filterWhere(CALL.OUTCOME.eq(inline("answered"))).as("answered");
  private static final Field<Integer> MISSED =
      count().filterWhere(CALL.OUTCOME.eq(inline("missed"))).as("missed");

  RecentCalls run(DSLContext sql) {
    return new RecentCalls(
        FeedRule.WINDOWS.stream()
            .collect(toMap(Function.identity(), window -> sql.fetchCount(CALL, since(window)))),
        missed(sql));
  }

  private Rate missed(DSLContext sql) {
    Record counts =
        sql.select(ANSWERED, MISSED)
            .from(CALL)
            .where(since(HOUR))
            .and(CALL.DIRECTION.eq(inline("incoming")))
            .and(coalesce(CALL.IN_WORKING_HOURS, inline(true)))
            .fetchSingle();
    int missed = counts.get(MISSED);
    return new Rate(missed, missed + counts.get(ANSWERED));
  }

  /** Includes the local dates, by which calls are indexed. */
  private Condition since(Duration length) {
    Instant from = now.minus(length);
    return CALL.SOURCE
        .eq(source.name())
        .and(CALL.LOCAL_DATE.in(Stream.of(from, now).map(this::localDate).distinct().toList()))
        .and(CALL.STARTED_AT.gt(from))
        .and(CALL.STARTED_AT.le(now))
        .and(CALL.IS_INTERNAL.isFalse());
  }

  private LocalDate localDate(Instant instant) {
    return LocalDate.ofInstant(instant, source.zone());
  }
}
