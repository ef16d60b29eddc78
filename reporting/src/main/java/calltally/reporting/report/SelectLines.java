package calltally.reporting.report;

import static calltally.sql.jooq.analytics.Tables.DAILY_LINE;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;

/** The lines with incoming calls on the date, most of them first. */
record SelectLines(String source, LocalDate date) {

  List<LineDay> run(DSLContext sql) {
    Field<Integer> incoming = Sums.of(DAILY_LINE, DAILY_LINE.INCOMING);
    return sql.select(
            row(DAILY_LINE.LINE, DAILY_LINE.LINE_NAME, owner()).mapping(Line::new),
            DAILY_LINE.DEPARTMENT,
            Sums.calls(DAILY_LINE))
        .from(DAILY_LINE)
        .where(DAILY_LINE.SOURCE.eq(source))
        .and(DAILY_LINE.LOCAL_DATE.eq(date))
        .groupBy(DAILY_LINE.LINE, DAILY_LINE.LINE_NAME, DAILY_LINE.DEPARTMENT)
        .having(incoming.gt(0))
        .orderBy(incoming.desc(), DAILY_LINE.LINE.asc().nullsLast())
        .fetch(Records.mapping(LineDay::new));
  }

  private Field<String> owner() {
    return new LineOwner(source).of(DAILY_LINE.LINE, DAILY_LINE.LINE_NAME, val(date));
  }
}
