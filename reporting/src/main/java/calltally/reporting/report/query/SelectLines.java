package calltally.reporting.report.query;

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
            row(lines.LINE, lines.LINE_NAME, owner(lines)).mapping(DialledLine::new),
            lines.DEPARTMENT,
            CallFields.calls(lines),
            CallFields.reasons(lines))
        .from(lines)
        .where(lines.INCOMING.gt(0))
        .orderBy(lines.INCOMING.desc(), lines.LINE.asc().nullsLast())
        .fetch(Records.mapping(LineCalls::new));
  }

  /** The owner as in the directory on the last date. */
  private Field<String> owner(CallFigures lines) {
    return new LineOwner(figures.scope().source())
        .of(lines.LINE, lines.LINE_NAME, val(figures.until().minusDays(1)));
  }
}
