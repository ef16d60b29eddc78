package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.MAILING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.selectOne;

import java.time.Instant;
import org.jooq.DSLContext;

/** Whether any report is waiting to be made. */
record SelectUnfinishedMailings(Instant now) {

  boolean run(DSLContext sql) {
    return sql.fetchExists(
        selectOne()
            .from(MAILING)
            .where(MAILING.STATE.in(MailingState.DUE.toString(), MailingState.RENDERING.toString()))
            .and(coalesce(MAILING.LEASE_UNTIL, MAILING.NEXT_ATTEMPT_AT).le(now)));
  }
}
