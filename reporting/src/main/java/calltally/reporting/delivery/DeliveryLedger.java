package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.DELIVERY_OUTCOME;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Who was to get which report, and what happened to it. */
public final class DeliveryLedger {

  private final DSLContext sql;

  public DeliveryLedger(DataSource database) {
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
  }

  /** The newest entries, newest first. */
  public List<DeliveryOutcome> newest(int limit) {
    return SelectDeliveryOutcomes.all(limit).run(sql);
  }

  /** The newest entries that need attention, newest first. */
  public List<DeliveryOutcome> inTrouble(int limit) {
    return SelectDeliveryOutcomes.inTrouble(limit).run(sql);
  }

  /** How many entries that were due after that moment did not arrive, or may not have. */
  public int inTroubleSince(Instant due) {
    return sql.fetchCount(
        DELIVERY_OUTCOME,
        DELIVERY_OUTCOME
            .STATE
            .in(SelectDeliveryOutcomes.TROUBLE)
            .and(DELIVERY_OUTCOME.DUE_AT.gt(due)));
  }

  /** The entries of one mailing. */
  public List<DeliveryOutcome> of(MailingId mailing) {
    return new SelectDeliveryOutcomes(
            DELIVERY_OUTCOME
                .SOURCE_ID
                .eq(mailing.sourceId())
                .and(DELIVERY_OUTCOME.MAILING_ID.eq(mailing.mailingId())),
            Integer.MAX_VALUE)
        .run(sql);
  }
}
