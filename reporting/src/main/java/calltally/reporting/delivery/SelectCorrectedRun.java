package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.MAILING;
import static calltally.sql.jooq.ledger.Tables.REPORT_RUN;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** When the report that this mailing corrects was generated; empty when it corrects none. */
record SelectCorrectedRun(ClaimedMailing mailing) {

  Optional<Instant> run(DSLContext sql) {
    return sql.select(REPORT_RUN.GENERATED_AT)
        .from(MAILING)
        .join(REPORT_RUN)
        .using(MAILING.SOURCE_ID, MAILING.RUN_ID)
        .where(MAILING.SOURCE_ID.eq(mailing.id().sourceId()))
        .and(MAILING.MAILING_ID.eq(mailing.id().mailingId()))
        .and(MAILING.REVISION.gt(0))
        .fetchOptional(REPORT_RUN.GENERATED_AT);
  }
}
