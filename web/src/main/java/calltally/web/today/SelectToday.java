package calltally.web.today;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.directory.Tables.LINE;
import static org.jooq.impl.DSL.select;

import calltally.reporting.report.DateRange;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.ReportKind;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.query.Reports;
import calltally.reporting.report.query.UnknownSourceException;
import calltally.reporting.report.query.UnknownSubjectException;
import calltally.web.user.Role;
import calltally.web.user.VisibleCalls;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Selects today's figures as the report of the day would, had the day ended now. */
final class SelectToday {

  private final Reports reports;
  private final DSLContext sql;

  /**
   * Reads figures.
   *
   * @param figures connections of the role calltally_report
   */
  SelectToday(DataSource figures) {
    this.reports = new Reports(figures);
    this.sql = DSL.using(figures, SQLDialect.POSTGRES);
  }

  /** Empty when the source, line, department or manager is not known, or not the reader's. */
  Optional<Today> of(VisibleCalls visible, Instant now) {
    try {
      return zone(visible.source())
          .filter(zone -> isVisible(visible))
          .map(zone -> today(visible, LocalDate.ofInstant(now, zone), now));
    } catch (UnknownSourceException | UnknownSubjectException e) {
      return Optional.empty();
    }
  }

  private Today today(VisibleCalls visible, LocalDate date, Instant now) {
    ReportKind kind = visible.role() == Role.MANAGER ? ReportKind.MANAGER : ReportKind.DAILY;
    Report report =
        reports.select(
            new ReportRequest(kind, visible.source(), DateRange.of(date), visible.filter(), now));
    return new Today(
        report,
        new SelectCallsInProgress(report.head().scope(), now).run(sql),
        new SelectFreshness(visible.source(), now).run(sql));
  }

  private Optional<ZoneId> zone(String source) {
    return sql.select(SOURCE.ZONE)
        .from(SOURCE)
        .where(SOURCE.NAME.eq(source))
        .fetchOptional(row -> ZoneId.of(row.value1()));
  }

  /** A line of another department is as unknown as one that does not exist. */
  private boolean isVisible(VisibleCalls visible) {
    ReportFilter filter = visible.filter();
    if (filter.line() == null || filter.department() == null) {
      return true;
    }
    return sql.fetchExists(
        select(LINE.NUMBER)
            .from(LINE)
            .join(SOURCE)
            .on(SOURCE.SOURCE_ID.eq(LINE.SOURCE_ID))
            .where(SOURCE.NAME.eq(visible.source()))
            .and(LINE.NUMBER.eq(filter.line()).or(LINE.NAME.eq(filter.line())))
            .and(LINE.DEPARTMENT.eq(filter.department())));
  }
}
