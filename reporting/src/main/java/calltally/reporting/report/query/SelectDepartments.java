package calltally.reporting.report.query;

import calltally.reporting.report.DepartmentCalls;
import calltally.sql.jooq.analytics.tables.CallFigures;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Records;

/** The departments whose lines had incoming calls, busiest first. */
record SelectDepartments(FigureFunctions figures) {

  List<DepartmentCalls> run(DSLContext sql) {
    CallFigures departments = figures.calls("department");
    return sql.select(departments.DEPARTMENT, CallFields.calls(departments))
        .from(departments)
        .where(departments.INCOMING.gt(0))
        .orderBy(departments.INCOMING.desc(), departments.DEPARTMENT.asc().nullsLast())
        .fetch(Records.mapping(DepartmentCalls::new));
  }
}
