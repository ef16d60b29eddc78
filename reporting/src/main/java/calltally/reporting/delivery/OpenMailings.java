package calltally.reporting.delivery;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import calltally.reporting.delivery.schedule.Owed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the ledger what the schedules ask for: what was told is read from there and not from
 * a timer, so that nothing is told twice or left out.
 */
record OpenMailings(List<Subscription> subscriptions) {

  private static final Logger LOG = LoggerFactory.getLogger(OpenMailings.class);
  private static final String TOO_OLD = "too old: only the last 7 days are caught up after a stop";

  OpenMailings {
    subscriptions = List.copyOf(subscriptions);
  }

  void run(Instant now, DSLContext sql) {
    Map<SubscriptionId, Progress> known = new SelectProgress().run(sql);
    for (Subscription subscription : subscriptions) {
      Progress progress = known.get(SubscriptionId.of(subscription));
      if (progress == null) {
        register(subscription, now, sql);
      } else if (!owed(subscription, now, progress).runs().isEmpty()) {
        sql.transaction(transaction -> open(subscription, now, transaction.dsl()));
      }
    }
  }

  private static Owed owed(Subscription subscription, Instant now, Progress progress) {
    return subscription.plan().owed(now, progress.since(), progress.told());
  }

  private static void register(Subscription subscription, Instant now, DSLContext sql) {
    sql.insertInto(
            SUBSCRIPTION,
            SUBSCRIPTION.SOURCE_ID,
            SUBSCRIPTION.SUBSCRIPTION_,
            SUBSCRIPTION.KNOWN_SINCE)
        .select(
            select(SOURCE.SOURCE_ID, val(subscription.key()), val(now))
                .from(SOURCE)
                .where(SOURCE.NAME.eq(subscription.source())))
        .onConflictDoNothing()
        .execute();
  }

  /** Others may have opened it meanwhile: what is owed is asked again behind the lock. */
  private static void open(Subscription subscription, Instant now, DSLContext sql) {
    SubscriptionId id = SubscriptionId.of(subscription);
    Owed owed = owed(subscription, now, new SelectProgress().locking(id, sql));
    InsertMailing insert = new InsertMailing(id, subscription.terms().deadline());
    owed.skippedDates()
        .ifPresent(
            dates -> {
              insert.skipped(dates, now, TOO_OLD, sql);
              LOG.warn(
                  "Reports of {} to {} are left out, {}: {}",
                  dates.from(),
                  dates.until().minusDays(1),
                  TOO_OLD,
                  id.key());
            });
    owed.runs().forEach(run -> insert.due(run, now, sql));
  }
}
