package calltally.reporting.report;

import static calltally.sql.jooq.config.Tables.SOURCE;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** The daily reports that the database can tell. */
public final class DailyReports {

  private final DSLContext sql;

  public DailyReports(DataSource dataSource) {
    this.sql = DSL.using(dataSource, SQLDialect.POSTGRES);
  }

  /**
   * The latest local date of the source that is over at {@code now} and has notifications; empty
   * when nothing was received before today.
   */
  public Optional<LocalDate> latestCompleteDay(String source, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, zone(source));
    return new SelectLatestCompleteDay(source, today).run(sql);
  }

  private ZoneId zone(String source) {
    return sql.select(SOURCE.ZONE)
        .from(SOURCE)
        .where(SOURCE.NAME.eq(source))
        .fetchOptional(SOURCE.ZONE)
        .map(ZoneId::of)
        .orElseThrow(() -> new UnknownSourceException(source));
  }
}
