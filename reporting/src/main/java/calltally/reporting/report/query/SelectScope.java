package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.DAILY_LINE;
import static calltally.sql.jooq.analytics.Tables.DAILY_MANAGER;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.directory.Tables.LINE;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;
import static org.jooq.impl.DSL.select;

import calltally.reporting.report.DialledLine;
import calltally.reporting.report.ReportFilter;
import calltally.reporting.report.Scope;
import java.util.List;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/** The requested line, department and manager, as the database knows them. */
record SelectScope(String source, ReportFilter filter) {

  Scope run(DSLContext sql) {
    return new Scope(source, line(sql), department(sql), manager(sql));
  }

  private @Nullable DialledLine line(DSLContext sql) {
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
        .fetchOptional(row -> new DialledLine(row.value1(), row.value2(), null))
        .orElseGet(() -> calledLine(sql, asked));
  }

  private DialledLine calledLine(DSLContext sql, String asked) {
    boolean isCalled =
        sql.fetchExists(
            select(DAILY_LINE.LINE)
                .from(DAILY_LINE)
                .where(DAILY_LINE.SOURCE.eq(source))
                .and(DAILY_LINE.LINE.eq(asked)));
    if (!isCalled) {
      throw new UnknownSubjectException("line", source, asked, lines(sql));
    }
    return new DialledLine(asked, null, null);
  }

  private List<String> lines(DSLContext sql) {
    return sql.select(LINE.NAME)
        .from(LINE)
        .where(LINE.SOURCE_ID.eq(sourceId()))
        .and(LINE.NAME.isNotNull())
        .union(select(LINE.NUMBER).from(LINE).where(LINE.SOURCE_ID.eq(sourceId())))
        .union(
            select(DAILY_LINE.LINE)
                .from(DAILY_LINE)
                .where(DAILY_LINE.SOURCE.eq(source))
                .and(DAILY_LINE.LINE.isNotNull()))
        .fetch(row -> row.value1());
  }

  private @Nullable String department(DSLContext sql) {
    String asked = filter.department();
    return asked == null ? null : known(sql, "department", asked, this::departments);
  }

  private Select<Record1<String>> departments(Function<Field<String>, Condition> which) {
    return select(LINE.DEPARTMENT)
        .from(LINE)
        .where(LINE.SOURCE_ID.eq(sourceId()))
        .and(which.apply(LINE.DEPARTMENT))
        .union(
            select(MANAGER_NUMBER.DEPARTMENT)
                .from(MANAGER_NUMBER)
                .where(MANAGER_NUMBER.SOURCE_ID.eq(sourceId()))
                .and(which.apply(MANAGER_NUMBER.DEPARTMENT)));
  }

  private @Nullable String manager(DSLContext sql) {
    String asked = filter.manager();
    return asked == null ? null : known(sql, "manager", asked, this::managers);
  }

  private Select<Record1<String>> managers(Function<Field<String>, Condition> which) {
    return select(MANAGER_NUMBER.MANAGER)
        .from(MANAGER_NUMBER)
        .where(MANAGER_NUMBER.SOURCE_ID.eq(sourceId()))
        .and(which.apply(MANAGER_NUMBER.MANAGER))
        .union(
            select(DAILY_MANAGER.MANAGER)
                .from(DAILY_MANAGER)
                .where(DAILY_MANAGER.SOURCE.eq(source))
                .and(which.apply(DAILY_MANAGER.MANAGER)));
  }

  private String known(
      DSLContext sql,
      String what,
      String asked,
      Function<Function<Field<String>, Condition>, Select<Record1<String>>> names) {
    if (!sql.fetchExists(names.apply(name -> name.eq(asked)))) {
      List<String> known = sql.fetch(names.apply(Field::isNotNull)).map(Record1::value1);
      throw new UnknownSubjectException(what, source, asked, known);
    }
    return asked;
  }

  private Select<Record1<Integer>> sourceId() {
    return select(SOURCE.SOURCE_ID).from(SOURCE).where(SOURCE.NAME.eq(source));
  }
}
