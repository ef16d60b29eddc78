package calltally.reporting.report.query;

import static calltally.sql.jooq.analytics.Tables.HOURLY_LINE;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import calltally.reporting.report.DialledLine;
import calltally.reporting.report.LineCalls;
import calltally.sql.jooq.analytics.tables.CallFigures;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Records;

/** The lines with incoming calls, busiest first. */
record SelectLines(FigureFunctions figures) {

  List<LineCalls> run(DSLContext sql) {
    CallFigures lines = figures.calls("line");
    return sql.select(
            row(lines.LINE, lines.LINE_NAME, owner(lines.LINE, lines.LINE_NAME))
                .mapping(DialledLine::new),
            lines.DEPARTMENT,
            CallFields.calls(lines),
            CallFields.reasons(lines))
        .from(lines)
        .where(lines.INCOMING.gt(0))
        .orderBy(lines.INCOMING.desc(), lines.LINE.asc().nullsLast())
        .fetch(Records.mapping(LineCalls::new));
  }

  /** The same from the sums that each refresh stores: sooner, and of whole dates only. */
  List<LineCalls> summed(DSLContext sql) {
    Field<Integer> incoming = CallFields.of(HOURLY_LINE.INCOMING);
    return sql.select(
            row(
                    HOURLY_LINE.LINE,
                    HOURLY_LINE.LINE_NAME,
                    owner(HOURLY_LINE.LINE, HOURLY_LINE.LINE_NAME))
                .mapping(DialledLine::new),
            HOURLY_LINE.DEPARTMENT,
            CallFields.calls(HOURLY_LINE),
            CallFields.reasons(HOURLY_LINE))
        .from(HOURLY_LINE)
        .where(figures.hours())
        .groupBy(HOURLY_LINE.LINE, HOURLY_LINE.LINE_NAME, HOURLY_LINE.DEPARTMENT)
        .having(incoming.gt(0))
        .orderBy(incoming.desc(), HOURLY_LINE.LINE.asc().nullsLast())
        .fetch(Records.mapping(LineCalls::new));
  }

  /** The owner as in the directory on the last date. */
  private Field<String> owner(Field<String> line, Field<String> name) {
    return new LineOwner(figures.scope().source())
        .of(line, name, val(figures.until().minusDays(1)));
  }
}
