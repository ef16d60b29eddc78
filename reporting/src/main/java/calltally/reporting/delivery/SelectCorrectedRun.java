package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.MAILING;
import static calltally.sql.jooq.ledger.Tables.RUN;

import java.time.Instant;
import java.util.Optional;
import org.jooq.DSLContext;

/** When the report that this mailing corrects was generated; empty when it corrects none. */
record SelectCorrectedRun(Mailing mailing) {

  Optional<Instant> run(DSLContext sql) {
    return sql.select(RUN.GENERATED_AT)
        .from(MAILING)
        .join(RUN)
        .using(MAILING.SOURCE_ID, MAILING.RUN_ID)
        .where(MAILING.SOURCE_ID.eq(mailing.id().sourceId()))
        .and(MAILING.MAILING_ID.eq(mailing.id().mailingId()))
        .and(MAILING.REVISION.gt(0))
        .fetchOptional(RUN.GENERATED_AT);
  }
}
