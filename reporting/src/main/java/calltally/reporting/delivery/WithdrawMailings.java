package calltally.reporting.delivery;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.MAILING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.not;

import calltally.reporting.delivery.subscription.SubscriptionId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the mailings that belong to none of these subscriptions. */
record WithdrawMailings(Collection<SubscriptionId> subscriptions, Instant now) {

  private static final Logger LOG = LoggerFactory.getLogger(WithdrawMailings.class);

  /** A service that still has the subscription takes its mailings within seconds. */
  private static final Duration GRACE = Duration.ofHours(1);

  private static final String REASON =
      "its subscription or its department or manager is no longer in the configuration";

  void run(DSLContext sql) {
    sql.update(MAILING)
        .set(MAILING.STATE, MailingState.WITHDRAWN.toString())
        .set(MAILING.REASON, REASON)
        .setNull(MAILING.NEXT_ATTEMPT_AT)
        .setNull(MAILING.LEASE_UNTIL)
        .from(SOURCE)
        .where(SOURCE.SOURCE_ID.eq(MAILING.SOURCE_ID))
        .and(MAILING.STATE.in(MailingState.DUE.toString(), MailingState.RENDERING.toString()))
        .and(coalesce(MAILING.LEASE_UNTIL, MAILING.NEXT_ATTEMPT_AT).le(now.minus(GRACE)))
        .and(not(SubscriptionId.isAnyOf(subscriptions, SOURCE.NAME, MAILING.SUBSCRIPTION)))
        .returningResult(MAILING.SUBSCRIPTION, MAILING.FROM_DATE)
        .fetch()
        .forEach(
            ended ->
                LOG.info(
                    "Withdrew report of {} for {}: {}", ended.value2(), ended.value1(), REASON));
  }
}
