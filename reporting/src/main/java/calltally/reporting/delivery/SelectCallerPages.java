package calltally.reporting.delivery;

import static java.util.stream.Collectors.toMap;

import calltally.reporting.mail.letter.PageLink;
import calltally.reporting.render.ReportSummary;
import calltally.reporting.report.CallReport;
import calltally.reporting.report.Scope;
import calltally.reporting.report.WaitingCaller;
import calltally.reporting.report.query.SelectCustomerKeys;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** URLs of the pages of the callers that a letter names, by their numbers. */
record SelectCallerPages(CallReport report, PageLink link) {

  Map<String, URI> run(DSLContext sql) {
    Scope scope = report.head().scope();
    return new SelectCustomerKeys(scope.source(), customers())
        .run(sql).entrySet().stream()
            .collect(toMap(Map.Entry::getKey, key -> link.to(key.getValue(), scope)));
  }

  private List<String> customers() {
    return Stream.of(report.callbacks().ofPeriod(), report.callbacks().ofOtherDays())
        .flatMap(List::stream)
        .limit(ReportSummary.CALLERS_NAMED)
        .map(WaitingCaller::customer)
        .distinct()
        .toList();
  }
}
