package calltally.reporting.delivery;

import calltally.reporting.mail.CircuitBreaker;
import calltally.reporting.mail.MailTimeouts;
import calltally.reporting.mail.SendResult;
import calltally.sql.DatabaseClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mails the deliveries that are waiting, each copy by itself. Any number of threads and services
 * may do so at once.
 */
public final class DeliverySender {

  private static final Logger LOG = LoggerFactory.getLogger(DeliverySender.class);

  /** Longer than a server may take for one mail: {@link MailTimeouts#whole()}. */
  private static final Duration SENDING = Duration.ofMinutes(10);

  private final DSLContext sql;
  private final Archive archive;
  private final MailSettings mailSettings;
  private final CircuitBreaker breaker;
  private final InstantSource clock;
  private final Set<ClaimedDelivery> claimed = ConcurrentHashMap.newKeySet();

  /**
   * @param breaker the circuit breaker of the server in the settings
   * @param clock the same for all who work on the ledger: {@link DatabaseClock}
   */
  public DeliverySender(
      DataSource ledger,
      Archive archive,
      MailSettings mailSettings,
      CircuitBreaker breaker,
      InstantSource clock) {
    this.sql = DSL.using(ledger, SQLDialect.POSTGRES);
    this.archive = archive;
    this.mailSettings = mailSettings;
    this.breaker = breaker;
    this.clock = clock;
  }

  /**
   * Sends one delivery after another; stops when none is waiting or the server cannot be reached.
   *
   * @param more run with each delivery, as another may be waiting
   */
  public void send(Runnable more) {
    new RequeueAbandonedDeliveries(clock.instant(), SENDING).run(sql);
    boolean goesOn = true;
    while (goesOn && !Thread.currentThread().isInterrupted()) {
      goesOn = sendNext(more);
    }
  }

  /** How many deliveries are being sent at this moment. */
  public int underWay() {
    return claimed.size();
  }

  /** Whether mails wait because the server did not work the last times. */
  public boolean isPaused() {
    return !breaker.isReady();
  }

  /** Leaves to others the deliveries whose server has not asked for the mail itself yet. */
  public void release() {
    claimed.forEach(delivery -> new ReleaseDelivery(delivery).run(sql));
  }

  /** Returns whether the server can take a further delivery. */
  private boolean sendNext(Runnable more) {
    try (CircuitBreaker.@Nullable Permit permit = breaker.tryAcquire().orElse(null)) {
      if (permit == null) {
        new EndOverdueDeliveries(clock.instant()).run(sql);
        return false;
      }
      Optional<ClaimedDelivery> delivery = new ClaimDelivery(clock.instant(), SENDING).run(sql);
      if (delivery.isEmpty()) {
        return false;
      }
      more.run();
      return send(delivery.get(), permit);
    }
  }

  private boolean send(ClaimedDelivery delivery, CircuitBreaker.Permit permit) {
    claimed.add(delivery);
    try {
      SendResult result = attempt(delivery, permit);
      return !(result instanceof SendResult.Unreachable);
    } catch (LeaseLostException e) {
      LOG.warn("{}", e.getMessage());
      return true;
    } finally {
      claimed.remove(delivery);
    }
  }

  private @Nullable SendResult attempt(ClaimedDelivery delivery, CircuitBreaker.Permit permit) {
    try {
      SendResult result =
          new SendDelivery(delivery, archive, mailSettings, SENDING, clock).run(sql, permit);
      LOG.info(
          "Delivery {} of mailing {}, attempt {}: {}",
          delivery.messageId(),
          delivery.mailing().mailingId(),
          delivery.attempts(),
          result);
      return result;
    } catch (IOException | UncheckedIOException e) {
      fail(delivery, FailureReason.of(e));
      return null;
    }
  }

  private void fail(ClaimedDelivery delivery, String cause) {
    if (RemoveReports.hasTaken(delivery, sql)) {
      LOG.warn("Did not send delivery {}: {}", delivery.messageId(), RemoveReports.REASON);
      giveUp(delivery, RemoveReports.REASON);
    } else {
      LOG.warn("ALARM: delivery {} failed: {}", delivery.messageId(), cause);
      giveUp(delivery, "cannot read its files from the archive: " + cause);
    }
  }

  private void giveUp(ClaimedDelivery delivery, String reason) {
    new RecordSendResult(delivery, new SendResult.Refused(reason), clock.instant()).run(sql);
  }
}
