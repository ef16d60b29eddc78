package calltally.web.today;

import static calltally.sql.jooq.analytics.Tables.CALL;
import static calltally.sql.jooq.ledger.Routines.refreshedAt;
import static org.jooq.impl.DSL.greatest;
import static org.jooq.impl.DSL.max;

import calltally.web.frame.VisibleSource;
import java.time.Duration;
import java.time.Instant;
import org.jooq.DSLContext;

/** How old the figures of a source are; its last notification is one that a call shows. */
record SelectFreshness(VisibleSource source, Instant now) {

  Freshness run(DSLContext sql) {
    return sql.select(
            max(greatest(CALL.STARTED_AT, CALL.ANSWERED_AT, CALL.ENDED_AT)), refreshedAt())
        .from(CALL)
        .where(CALL.SOURCE.eq(source.name()))
        .and(Recently.started(now.minus(Duration.ofDays(1)), now, source.zone()))
        .fetchSingle(row -> new Freshness(row.value1(), row.value2(), now));
  }
}
