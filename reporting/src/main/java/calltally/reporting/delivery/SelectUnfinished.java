package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.MAILING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import org.jooq.DSLContext;

/** Whether there is anything to be made. */
record SelectUnfinished(Instant now) {

  boolean hasMailings(DSLContext sql) {
    return sql.fetchExists(
        selectOne()
            .from(MAILING)
            .where(MAILING.STATE.in(MailingState.DUE.toString(), MailingState.RENDERING.toString()))
            .and(coalesce(MAILING.LEASE_UNTIL, MAILING.NEXT_ATTEMPT_AT).le(now)));
  }
}
