package calltally.web.today;

import static calltally.sql.jooq.analytics.Tables.CALLBACK_DEADLINES;

import calltally.reporting.report.Scope;
import java.time.Instant;
import java.util.Set;
import org.jooq.DSLContext;

/** Customers who have waited longer than the call-back deadline, as messages about them say. */
record SelectOverdueCustomers(String source, Scope scope, Instant now) {

  Set<String> run(DSLContext sql) {
    var waiting = CALLBACK_DEADLINES(source, now, scope.lineNumber(), scope.department());
    return sql.select(waiting.CUSTOMER)
        .from(waiting)
        .where(waiting.OVERDUE_SINCE.isNotNull())
        .fetchSet(waiting.CUSTOMER);
  }
}
