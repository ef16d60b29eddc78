package calltally.sql.settings;

import static calltally.sql.jooq.config.Tables.HOLIDAY;
import static calltally.sql.jooq.config.Tables.LINE_SHIFT;
import static calltally.sql.jooq.config.Tables.RETENTION;
import static calltally.sql.jooq.config.Tables.SHIFT;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import calltally.sql.jooq.config.tables.records.SourceRecord;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Records;
import org.jspecify.annotations.Nullable;

/** Reads the stored settings of a source; empty when the source is unknown. */
record SelectSettings(DSLContext sql, String name) {

  Optional<SourceSettings> fetch() {
    return sql.selectFrom(SOURCE).where(SOURCE.NAME.eq(name)).fetchOptional().map(this::settings);
  }

  private SourceSettings settings(SourceRecord source) {
    int sourceId = source.getSourceId();
    return new SourceSettings(
        source.getName(),
        ZoneId.of(source.getZone()),
        source.getRegion(),
        new SelectAccess(sql).of(sourceId),
        workingHours(sourceId),
        new Targets(source.getAnswerRateTarget(), source.getServiceLevelTarget()),
        new Thresholds(
            source.getServiceLevelThreshold().toDuration(),
            source.getShortCallLimit().toDuration(),
            source.getFairRing().toDuration(),
            source.getLeastContact().toDuration(),
            source.getCallbackWindow().toDuration()),
        Set.of(source.getRecordingHosts()),
        retention(sourceId),
        new SelectCallbackRules(sourceId).run(sql),
        new SelectDirectory(sql, sourceId).fetch());
  }

  private Retention retention(int sourceId) {
    return sql.selectFrom(RETENTION)
        .where(RETENTION.SOURCE_ID.eq(sourceId))
        .fetchOptional()
        .map(
            kept ->
                new Retention(
                    months(kept.getNotificationMonths()),
                    months(kept.getCallMonths()),
                    months(kept.getRecordingMonths()),
                    kept.getNumberDays() == null ? null : Duration.ofDays(kept.getNumberDays()),
                    months(kept.getReportMonths()),
                    months(kept.getPageAccessMonths())))
        .orElse(Retention.FOREVER);
  }

  private static @Nullable Period months(@Nullable Integer months) {
    return months == null ? null : Period.ofMonths(months);
  }

  private WorkingHours workingHours(int sourceId) {
    return new WorkingHours(
        sql.select(SHIFT.WEEKDAY.convertFrom(DayOfWeek::of), SHIFT.FROM_TIME, SHIFT.TO_TIME)
            .from(SHIFT)
            .where(SHIFT.SOURCE_ID.eq(sourceId))
            .fetchSet(Records.mapping(Shift::new)),
        sql.select(HOLIDAY.LOCAL_DATE)
            .from(HOLIDAY)
            .where(HOLIDAY.SOURCE_ID.eq(sourceId))
            .fetchSet(HOLIDAY.LOCAL_DATE),
        lineHours(sourceId));
  }

  private Map<String, Set<Shift>> lineHours(int sourceId) {
    return sql.selectFrom(LINE_SHIFT)
        .where(LINE_SHIFT.SOURCE_ID.eq(sourceId))
        .collect(
            groupingBy(
                row -> row.getLine(),
                mapping(
                    row ->
                        new Shift(
                            DayOfWeek.of(row.getWeekday()), row.getFromTime(), row.getToTime()),
                    toSet())));
  }
}
