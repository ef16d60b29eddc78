package calltally.web.today;

import calltally.reporting.report.Scope;
import calltally.web.frame.VisibleSource;
import java.time.Instant;
import org.jooq.DSLContext;

/** What is so at this moment, of a line, department or manager. */
record SelectMoment(VisibleSource source, Scope scope, Instant now) {

  Moment run(Freshness freshness, DSLContext sql) {
    return new Moment(
        new SelectCallsInProgress(scope, source.zone(), now).run(sql),
        freshness,
        new SelectOverdueCustomers(source.name(), scope, now).run(sql));
  }
}
