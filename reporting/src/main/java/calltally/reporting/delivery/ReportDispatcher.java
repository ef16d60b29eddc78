package calltally.reporting.delivery;

import calltally.reporting.delivery.subscription.FanOut;
import calltally.reporting.delivery.subscription.SelectFanOutNames;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.delivery.subscription.SubscriptionId;
import calltally.reporting.mail.CircuitBreakers;
import calltally.reporting.report.DateRange;
import calltally.reporting.report.query.Reports;
import calltally.sql.DatabaseClock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * Delivers every subscription's reports, each once. Any number of dispatchers may share a ledger,
 * and any of them may die at any moment.
 */
public final class ReportDispatcher {

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
    return new SelectWaitingMailings(now).any(sql);
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

  /** Makes the reports that are due, newest first, and of those the shortest first. */
  public void render(List<Subscription> subscriptions) {
    render(subscriptions, () -> {});
  }

  /**
   * Makes the reports that are due, newest first, and of those the shortest first; as many at a
   * time as there are cores.
   *
   * @param made run after each, as its deliveries are waiting by then; must not take long
   */
  public void render(List<Subscription> subscriptions, Runnable made) {
    Map<SubscriptionId, Subscription> single =
        expanded(subscriptions, clock.instant()).stream()
            .collect(
                Collectors.toMap(SubscriptionId::of, Function.identity(), (first, alike) -> first));
    new RenderDueReports(sql, reports, settings, clock, single, made).run();
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
