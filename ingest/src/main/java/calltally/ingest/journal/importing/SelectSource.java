package calltally.ingest.journal.importing;

import static calltally.sql.jooq.config.Tables.SOURCE;

import calltally.exchange.NotificationReader;
import calltally.ingest.journal.Source;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record3;

/** Selects the source of a name, if it is active. */
record SelectSource(DSLContext sql, String name) {

  Optional<Source> fetch() {
    return sql.select(SOURCE.NAME, SOURCE.ZONE, SOURCE.REGION)
        .from(SOURCE)
        .where(SOURCE.NAME.eq(name))
        .and(SOURCE.ACTIVE)
        .fetchOptional(SelectSource::source);
  }

  /** The names that an active source has. */
  List<String> known() {
    return sql.select(SOURCE.NAME).from(SOURCE).where(SOURCE.ACTIVE).fetch(SOURCE.NAME);
  }

  private static Source source(Record3<String, String, String> row) {
    return new Source(row.value1(), new NotificationReader(ZoneId.of(row.value2()), row.value3()));
  }
}
