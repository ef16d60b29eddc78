package calltally.web.today;

import calltally.reporting.report.CallReport;
import calltally.reporting.report.CustomerKey;
import calltally.reporting.report.Report;
import calltally.reporting.report.query.SelectCustomerKeys;
import calltally.web.user.VisibleCalls;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** Keys of the customers who wait, whose pages the reader may open. */
record SelectWaitingKeys(VisibleCalls visible, Report report) {

  Map<String, CustomerKey> run(DSLContext sql) {
    return visible.areListed()
        ? new SelectCustomerKeys(visible.source(), customers()).run(sql)
        : Map.of();
  }

  private List<String> customers() {
    return report instanceof CallReport calls
        ? Stream.concat(
                calls.callbacks().ofPeriod().stream(), calls.callbacks().ofOtherDays().stream())
            .map(caller -> caller.customer())
            .distinct()
            .limit(LivePages.MOST_WAITING)
            .toList()
        : List.of();
  }
}
