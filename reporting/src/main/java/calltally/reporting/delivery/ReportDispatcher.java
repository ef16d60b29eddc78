package calltally.reporting.delivery;

import calltally.reporting.delivery.subscription.FanOut;
import calltally.reporting.delivery.subscription.SelectFanOutNames;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.delivery.subscription.SubscriptionId;
import calltally.reporting.mail.Backoff;
import calltally.reporting.mail.CircuitBreakers;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.query.Reports;
import calltally.reporting.report.query.UnknownSourceException;
import calltally.reporting.report.query.UnknownSubjectException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers every subscription's reports, each once. Any number of dispatchers may share a ledger,
 * and any of them may die at any moment.
 */
public final class ReportDispatcher {

  private static final Logger LOG = LoggerFactory.getLogger(ReportDispatcher.class);

  /** Longer than any report takes. */
  private static final Duration RENDERING = Duration.ofMinutes(10);

  private final DataSource ledger;
  private final DSLContext sql;
  private final Reports reports;
  private final DispatchSettings settings;
  private final InstantSource clock;
  private final CircuitBreakers breakers;

  /**
   * @param clock the same for all who work on the ledger: {@link DatabaseClock}
   */
  public ReportDispatcher(DataSource ledger, DispatchSettings settings, InstantSource clock) {
    this.ledger = ledger;
    this.sql = DSL.using(ledger, SQLDialect.POSTGRES);
    this.reports = new Reports(ledger);
    this.settings = settings;
    this.clock = clock;
    this.breakers = new CircuitBreakers(clock);
  }

  /** Records which reports are due or withdrawn; returns whether any is waiting to be made. */
  public boolean open(List<Subscription> subscriptions) {
    Instant now = clock.instant();
    List<Subscription> single = expanded(subscriptions, now);
    new RecordDueReports(single, now).run(sql);
    new WithdrawMailings(single.stream().map(SubscriptionId::of).toList(), now).run(sql);
    return new SelectUnfinishedMailings(now).run(sql);
  }

  /**
   * Makes every mailing of the subscriptions that covers one of the dates due again, as a corrected
   * report for the same recipients.
   */
  public List<MailingId> revise(List<Subscription> subscriptions, DateRange dates) {
    Instant now = clock.instant();
    List<SubscriptionId> ids =
        expanded(subscriptions, now).stream().map(SubscriptionId::of).toList();
    return ids.isEmpty() ? List.of() : new ReviseMailings(ids, dates, now).run(sql);
  }

  /** Makes the reports that are due, newest first. */
  public void render(List<Subscription> subscriptions) {
    render(subscriptions, () -> {});
  }

  /**
   * Makes the reports that are due, newest first.
   *
   * @param made run after each, as its deliveries are waiting by then; must not take long
   */
  public void render(List<Subscription> subscriptions, Runnable made) {
    Map<SubscriptionId, Subscription> single =
        expanded(subscriptions, clock.instant()).stream()
            .collect(
                Collectors.toMap(SubscriptionId::of, Function.identity(), (first, alike) -> first));
    Optional<ClaimedMailing> mailing = claimMailing(single);
    while (mailing.isPresent() && !Thread.currentThread().isInterrupted()) {
      render(mailing.get(), Objects.requireNonNull(single.get(mailing.get().subscription())));
      made.run();
      mailing = claimMailing(single);
    }
  }

  /** The subscriptions as they are, or one for each department or manager of the directory. */
  public List<Subscription> expanded(List<Subscription> subscriptions, Instant now) {
    return subscriptions.stream().flatMap(each -> expanded(each, now)).toList();
  }

  private Stream<Subscription> expanded(Subscription subscription, Instant now) {
    FanOut fanOut = subscription.fanOut();
    if (fanOut == null) {
      return Stream.of(subscription);
    }
    return subjects(subscription, fanOut, now).stream()
        .map(name -> subscription.of(name, fanOut))
        .filter(single -> !single.recipients().isEmpty());
  }

  /** Whether the directory has a department or manager for a subscription for each of them. */
  public boolean hasSubjects(Subscription subscription, Instant now) {
    FanOut fanOut = subscription.fanOut();
    return fanOut == null || !subjects(subscription, fanOut, now).isEmpty();
  }

  private List<String> subjects(Subscription subscription, FanOut fanOut, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, subscription.zone());
    return new SelectFanOutNames(subscription.source(), fanOut.each(), today).run(sql);
  }

  private Optional<ClaimedMailing> claimMailing(Map<SubscriptionId, Subscription> subscriptions) {
    return subscriptions.isEmpty()
        ? Optional.empty()
        : new ClaimMailing(subscriptions.keySet(), clock.instant(), RENDERING).run(sql);
  }

  private void render(ClaimedMailing mailing, Subscription subscription) {
    try {
      attempt(mailing, subscription);
    } catch (LeaseLostException e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  private void attempt(ClaimedMailing mailing, Subscription subscription) {
    try {
      new RenderMailing(mailing, subscription, settings, reports, clock.instant()).run(sql);
      LOG.info(
          "Made report for {}: {} to {}, revision {}",
          mailing.subscription().key(),
          mailing.dates().from(),
          mailing.dates().until().minusDays(1),
          mailing.revision());
    } catch (LeaseLostException e) {
      throw e;
    } catch (UnfitReportException | UnknownSubjectException | UnknownSourceException e) {
      fail(mailing, FailureReason.of(e));
    } catch (RuntimeException e) {
      postpone(mailing, FailureReason.of(e));
    }
  }

  private void fail(ClaimedMailing mailing, String reason) {
    LOG.warn("ALARM: cannot make report for {}: {}", mailing.subscription().key(), reason);
    EndRendering.failed(mailing, reason).run(sql);
  }

  private void postpone(ClaimedMailing mailing, String reason) {
    Optional<Instant> next = Backoff.A_DAY.next(mailing.attempts(), clock.instant());
    if (next.isEmpty()) {
      fail(mailing, reason);
    } else {
      LOG.warn(
          "Will try again to make report for {} at {}: {}",
          mailing.subscription().key(),
          next.get(),
          reason);
      EndRendering.postponed(mailing, next.get(), reason).run(sql);
    }
  }

  /** Sends the deliveries that are waiting, one after another. */
  public void send() {
    settings.mailing().ifPresent(this::send);
  }

  private void send(MailSettings mailSettings) {
    new DeliverySender(
            ledger, settings.archive(), mailSettings, breakers.of(mailSettings.server()), clock)
        .send(() -> {});
  }
}
