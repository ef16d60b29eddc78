package calltally.web.frame;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.directory.Tables.LINE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;
import static org.jooq.impl.DSL.select;

import calltally.reporting.report.ReportFilter;
import calltally.web.user.VisibleCalls;
import java.time.ZoneId;
import java.util.Optional;
import org.jooq.DSLContext;

/** The source of the calls; empty when it is not known, or the line is another department's. */
public record SelectVisibleSource(VisibleCalls visible) {

  public Optional<VisibleSource> run(DSLContext sql) {
    return sql.select(SOURCE.SOURCE_ID, SOURCE.NAME, SOURCE.ZONE, SOURCE.REGION)
        .from(SOURCE)
        .where(SOURCE.NAME.eq(visible.source()))
        .fetchOptional(
            row ->
                new VisibleSource(
                    row.value1(), row.value2(), ZoneId.of(row.value3()), row.value4()))
        .filter(source -> isVisible(sql));
  }

  /** A line or manager of another department is as unknown as one that does not exist. */
  private boolean isVisible(DSLContext sql) {
    ReportFilter filter = visible.filter();
    String department = filter.department();
    return department == null
        || ((filter.line() == null || hasLine(filter.line(), department, sql))
            && (filter.manager() == null || hasManager(filter.manager(), department, sql)));
  }

  private boolean hasLine(String line, String department, DSLContext sql) {
    return sql.fetchExists(
        select(LINE.NUMBER)
            .from(LINE)
            .join(SOURCE)
            .on(SOURCE.SOURCE_ID.eq(LINE.SOURCE_ID))
            .where(SOURCE.NAME.eq(visible.source()))
            .and(LINE.NUMBER.eq(line).or(LINE.NAME.eq(line)))
            .and(LINE.DEPARTMENT.eq(department)));
  }

  private boolean hasManager(String manager, String department, DSLContext sql) {
    return sql.fetchExists(
        select(MANAGER_NUMBER.NUMBER)
            .from(MANAGER_NUMBER)
            .join(SOURCE)
            .on(SOURCE.SOURCE_ID.eq(MANAGER_NUMBER.SOURCE_ID))
            .where(SOURCE.NAME.eq(visible.source()))
            .and(MANAGER_NUMBER.MANAGER.eq(manager))
            .and(MANAGER_NUMBER.DEPARTMENT.eq(department)));
  }
}
