package calltally.reporting.report;

import static calltally.sql.jooq.analytics.Tables.DAILY_LINE;
import static calltally.sql.jooq.analytics.Tables.DAILY_MANAGER;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.directory.Tables.LINE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;
import static org.jooq.impl.DSL.select;

import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** The line, department and manager that are asked for, as the database knows them. */
record SelectScope(String source, Filter filter) {

  Scope run(DSLContext sql) {
    return new Scope(source, line(sql), department(sql), manager(sql));
  }

  private @Nullable Line line(DSLContext sql) {
    String asked = filter.line();
    if (asked == null) {
      return null;
    }
    return sql.select(LINE.NUMBER, LINE.NAME)
        .from(LINE)
        .where(LINE.SOURCE_ID.eq(sourceId()))
        .and(LINE.NUMBER.eq(asked).or(LINE.NAME.eq(asked)))
        .orderBy(LINE.VALID_FROM.desc().nullsLast())
        .limit(1)
        .fetchOptional(row -> new Line(row.value1(), row.value2(), null))
        .orElseGet(() -> calledLine(sql, asked));
  }

  private Line calledLine(DSLContext sql, String asked) {
    boolean isCalled =
        sql.fetchExists(
            select(DAILY_LINE.LINE)
                .from(DAILY_LINE)
                .where(DAILY_LINE.SOURCE.eq(source))
                .and(DAILY_LINE.LINE.eq(asked)));
    if (!isCalled) {
      throw new UnknownSubjectException("line", source, asked);
    }
    return new Line(asked, null, null);
  }

  private @Nullable String department(DSLContext sql) {
    String asked = filter.department();
    if (asked == null) {
      return null;
    }
    return known(
        sql,
        "department",
        asked,
        select(LINE.DEPARTMENT)
            .from(LINE)
            .where(LINE.SOURCE_ID.eq(sourceId()))
            .and(LINE.DEPARTMENT.eq(asked))
            .unionAll(
                select(MANAGER_NUMBER.DEPARTMENT)
                    .from(MANAGER_NUMBER)
                    .where(MANAGER_NUMBER.SOURCE_ID.eq(sourceId()))
                    .and(MANAGER_NUMBER.DEPARTMENT.eq(asked))));
  }

  private @Nullable String manager(DSLContext sql) {
    String asked = filter.manager();
    if (asked == null) {
      return null;
    }
    return known(
        sql,
        "manager",
        asked,
        select(MANAGER_NUMBER.MANAGER)
            .from(MANAGER_NUMBER)
            .where(MANAGER_NUMBER.SOURCE_ID.eq(sourceId()))
            .and(MANAGER_NUMBER.MANAGER.eq(asked))
            .unionAll(
                select(DAILY_MANAGER.MANAGER)
                    .from(DAILY_MANAGER)
                    .where(DAILY_MANAGER.SOURCE.eq(source))
                    .and(DAILY_MANAGER.MANAGER.eq(asked))));
  }

  private String known(DSLContext sql, String what, String asked, Select<Record1<String>> entries) {
    if (!sql.fetchExists(entries)) {
      throw new UnknownSubjectException(what, source, asked);
    }
    return asked;
  }

  private Select<Record1<Integer>> sourceId() {
    return select(SOURCE.SOURCE_ID).from(SOURCE).where(SOURCE.NAME.eq(source));
  }
}
