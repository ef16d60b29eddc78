package calltally.reporting.report.query;

import calltally.reporting.report.ManagerActivity;
import calltally.reporting.report.Period;
import calltally.reporting.report.ReportRequest;
import calltally.reporting.report.Scope;
import java.util.List;
import org.jooq.DSLContext;

/** Names of the managers who were rung or placed a call, most rings first. */
record SelectManagerNames(ReportRequest request) {

  List<String> run(DSLContext sql) {
    ReportSource facts = new SelectReportSource(request.source()).run(sql);
    Period period = new Period(request.dates(), facts.zone());
    Scope scope = new SelectScope(request.source(), request.filter()).run(sql);
    return new SelectManagers(new FigureFunctions(scope, period))
        .run(sql).stream().map(ManagerActivity::manager).toList();
  }
}
