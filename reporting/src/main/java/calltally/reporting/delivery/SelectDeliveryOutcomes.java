package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.DELIVERY_OUTCOME;

import calltally.reporting.report.DateRange;
import java.util.List;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The newest mailings and their deliveries, with their states. */
record SelectDeliveryOutcomes(Condition which, int limit) {

  static final Set<String> TROUBLE =
      Set.of(
          DeliveryState.FAILED.toString(),
          DeliveryState.UNCERTAIN.toString(),
          MailingState.SKIPPED.toString());

  static SelectDeliveryOutcomes all(int limit) {
    return new SelectDeliveryOutcomes(DSL.noCondition(), limit);
  }

  static SelectDeliveryOutcomes inTrouble(int limit) {
    return new SelectDeliveryOutcomes(DELIVERY_OUTCOME.STATE.in(TROUBLE), limit);
  }

  List<DeliveryOutcome> run(DSLContext sql) {
    return sql.selectFrom(DELIVERY_OUTCOME)
        .where(which)
        .orderBy(
            DELIVERY_OUTCOME.DUE_AT.desc(),
            DELIVERY_OUTCOME.MAILING_ID.desc(),
            DELIVERY_OUTCOME.REVISION.desc(),
            DELIVERY_OUTCOME.RECIPIENT)
        .limit(limit)
        .fetch(
            row ->
                new DeliveryOutcome(
                    new MailingId(row.getSourceId(), row.getMailingId()),
                    row.getSubscription(),
                    new DateRange(row.getFromDate(), row.getUntilDate()),
                    row.getDueAt(),
                    row.getRevision(),
                    row.getRecipient(),
                    row.getState(),
                    row.getAttempts(),
                    row.getNextAttemptAt(),
                    row.getEndedAt(),
                    row.getAnswer(),
                    row.getArchivePath(),
                    row.getRemovedAt()));
  }
}
