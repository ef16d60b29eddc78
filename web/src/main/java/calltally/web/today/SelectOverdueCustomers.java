package calltally.web.today;

import static calltally.sql.jooq.analytics.Tables.CALLBACK_DEADLINES;
import static calltally.sql.jooq.config.Tables.CALLBACK_RULE;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;

import calltally.reporting.report.Scope;
import java.time.Instant;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Select;

/** Customers who have waited longer than the call-back deadline, as messages about them say. */
record SelectOverdueCustomers(String source, Scope scope, Instant now) {

  Set<String> run(DSLContext sql) {
    var waiting = CALLBACK_DEADLINES(source, now, scope.lineNumber(), scope.department(), null);
    return sql.select(waiting.CUSTOMER)
        .from(waiting)
        .where(waiting.OVERDUE_SINCE.isNotNull())
        // Without a deadline nobody is overdue, and who waits is not even looked up.
        .and(exists(deadlines()))
        .fetchSet(waiting.CUSTOMER);
  }

  private Select<?> deadlines() {
    return select(CALLBACK_RULE.SCOPE)
        .from(CALLBACK_RULE)
        .join(SOURCE)
        .on(SOURCE.SOURCE_ID.eq(CALLBACK_RULE.SOURCE_ID))
        .where(SOURCE.NAME.eq(source))
        .and(CALLBACK_RULE.DEADLINE.isNotNull());
  }
}
