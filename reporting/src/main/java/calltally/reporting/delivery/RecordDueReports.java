package calltally.reporting.delivery;

import static calltally.sql.jooq.config.Tables.SOURCE;
import static calltally.sql.jooq.ledger.Tables.SUBSCRIPTION;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import calltally.reporting.delivery.schedule.DueRuns;
import calltally.reporting.delivery.subscription.LockSubscriptionProgress;
import calltally.reporting.delivery.subscription.SelectSubscriptionProgress;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.delivery.subscription.SubscriptionId;
import calltally.reporting.delivery.subscription.SubscriptionProgress;
import calltally.reporting.report.DateRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds to the ledger the mailings that the schedules call for. What was already reported is read
 * from the ledger, not kept by a timer, so that nothing is reported twice or left out.
 */
record RecordDueReports(List<Subscription> subscriptions, Instant now) {

  private static final Logger LOG = LoggerFactory.getLogger(RecordDueReports.class);
  private static final String TOO_OLD = "too old: only the last 7 days are caught up after a stop";

  RecordDueReports {
    subscriptions = List.copyOf(subscriptions);
  }

  void run(DSLContext sql) {
    Map<SubscriptionId, SubscriptionProgress> known = new SelectSubscriptionProgress().run(sql);
    for (Subscription subscription : subscriptions) {
      SubscriptionProgress progress = known.get(SubscriptionId.of(subscription));
      if (progress == null) {
        register(subscription, sql);
      } else if (!due(subscription, progress).runs().isEmpty()) {
        sql.transaction(transaction -> open(subscription, transaction.dsl()));
      }
    }
  }

  private DueRuns due(Subscription subscription, SubscriptionProgress progress) {
    return subscription.plan().due(now, progress.since(), progress.reportedUntil());
  }

  private void register(Subscription subscription, DSLContext sql) {
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

  /** Reads what is due once more under the lock, since another dispatcher may have opened it. */
  private void open(Subscription subscription, DSLContext sql) {
    SubscriptionId id = SubscriptionId.of(subscription);
    DueRuns due = due(subscription, new LockSubscriptionProgress(id).run(sql));
    due.skippedDates().ifPresent(dates -> skip(id, dates, sql));
    Duration deadline = subscription.rules().deadline();
    due.runs().forEach(run -> new InsertMailing(id, run, deadline, now).run(sql));
  }

  private void skip(SubscriptionId id, DateRange dates, DSLContext sql) {
    new InsertSkippedMailing(id, dates, TOO_OLD, now).run(sql);
    LOG.warn(
        "Skipped reports of {} to {}, {}: {}",
        dates.from(),
        dates.until().minusDays(1),
        TOO_OLD,
        id.key());
  }
}
