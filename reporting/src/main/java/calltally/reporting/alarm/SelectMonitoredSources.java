package calltally.reporting.alarm;

import static calltally.sql.jooq.config.Tables.SOURCE;

import calltally.sql.settings.SelectWorkingHours;
import java.time.ZoneId;
import java.util.List;
import org.jooq.DSLContext;

/** The active sources. */
record SelectMonitoredSources() {

  List<MonitoredSource> run(DSLContext sql) {
    return sql.select(SOURCE.SOURCE_ID, SOURCE.NAME, SOURCE.ZONE.convertFrom(ZoneId::of))
        .from(SOURCE)
        .where(SOURCE.ACTIVE)
        .orderBy(SOURCE.SOURCE_ID)
        .fetch(
            row ->
                new MonitoredSource(
                    row.value1(),
                    row.value2(),
                    row.value3(),
                    new SelectWorkingHours(row.value1()).run(sql)));
  }
}
