package calltally.reporting.delivery;

import static calltally.sql.jooq.analytics.Tables.HOURLY_LINE;
import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.MAILING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import calltally.reporting.delivery.subscription.SubscriptionId;
import calltally.reporting.mail.Backoff;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** The mailings whose reports are waiting to be made. */
record SelectWaitingMailings(Instant now) {

  /** Others may have read the clock a little later. */
  private static final Duration TOLERANCE = Duration.ofMinutes(1);

  /** A mailing and the subscription that it is of. */
  record WaitingMailing(MailingId id, SubscriptionId subscription) {}

  /** Whether there is any. */
  boolean any(DSLContext sql) {
    return sql.fetchExists(selectOne().from(MAILING).where(isWaiting()));
  }

  /**
   * The newest first; of those that are due together, those about the fewest days and calls: a page
   * does not wait for eighty.
   */
  List<WaitingMailing> run(DSLContext sql) {
    return sql.select(MAILING.SOURCE_ID, MAILING.MAILING_ID, SOURCE.NAME, MAILING.SUBSCRIPTION)
        .from(MAILING)
        .join(SOURCE)
        .using(SOURCE.SOURCE_ID)
        .where(isWaiting())
        .orderBy(
            MAILING.DUE_AT.desc(),
            MAILING.UNTIL_DATE.minus(MAILING.FROM_DATE),
            calls(),
            MAILING.MAILING_ID)
        .fetch(
            row ->
                new WaitingMailing(
                    new MailingId(row.value1(), row.value2()),
                    new SubscriptionId(row.value3(), row.value4())));
  }

  static Condition isWaiting(Instant now) {
    return new SelectWaitingMailings(now).isWaiting();
  }

  private Condition isWaiting() {
    return isDue().or(isAbandoned());
  }

  private Condition isDue() {
    return MAILING.STATE.eq(MailingState.DUE.toString()).and(isOver(MAILING.NEXT_ATTEMPT_AT));
  }

  private Condition isAbandoned() {
    return MAILING.STATE.eq(MailingState.RENDERING.toString()).and(isOver(MAILING.LEASE_UNTIL));
  }

  /** Further ahead than any pause or lease lies only what a clock that was ahead has dated. */
  private Condition isOver(Field<Instant> time) {
    return time.le(now).or(time.gt(now.plus(Backoff.LONGEST).plus(TOLERANCE)));
  }

  private static Field<BigDecimal> calls() {
    return DSL.field(
        select(coalesce(sum(HOURLY_LINE.INCOMING), inline(BigDecimal.ZERO)))
            .from(HOURLY_LINE)
            .where(HOURLY_LINE.SOURCE.eq(SOURCE.NAME))
            .and(HOURLY_LINE.LOCAL_DATE.ge(MAILING.FROM_DATE))
            .and(HOURLY_LINE.LOCAL_DATE.lt(MAILING.UNTIL_DATE)));
  }
}
