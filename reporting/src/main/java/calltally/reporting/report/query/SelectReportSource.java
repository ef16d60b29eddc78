package calltally.reporting.report.query;

import static calltally.sql.jooq.config.Tables.SOURCE;

import calltally.sql.jooq.config.tables.records.SourceRecord;
import calltally.sql.settings.Targets;
import calltally.sql.settings.Thresholds;
import java.time.ZoneId;
import java.util.List;
import org.jooq.DSLContext;

/** The source with that name. */
record SelectReportSource(String name) {

  ReportSource run(DSLContext sql) {
    return sql.selectFrom(SOURCE)
        .where(SOURCE.NAME.eq(name))
        .fetchOptional()
        .map(SelectReportSource::facts)
        .orElseThrow(() -> new UnknownSourceException(name, names(sql)));
  }

  private static List<String> names(DSLContext sql) {
    return sql.select(SOURCE.NAME).from(SOURCE).fetch(row -> row.value1());
  }

  private static ReportSource facts(SourceRecord source) {
    return new ReportSource(
        source.getSourceId(),
        ZoneId.of(source.getZone()),
        new Targets(source.getAnswerRateTarget(), source.getServiceLevelTarget()),
        new Thresholds(
            source.getServiceLevelThreshold().toDuration(),
            source.getShortCallLimit().toDuration(),
            source.getFairRing().toDuration(),
            source.getLeastContact().toDuration(),
            source.getCallbackWindow().toDuration()));
  }
}
