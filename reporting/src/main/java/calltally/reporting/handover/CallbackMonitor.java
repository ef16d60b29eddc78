package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Routines.openCallerMessage;
import static calltally.sql.jooq.ledger.Routines.settleCallers;

import calltally.reporting.http.NotifyResult;
import calltally.reporting.mail.CircuitBreakers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records who waits for a call-back, who has waited too long, who waits no longer, and notifies the
 * receivers: each of each once, however many monitors share a database.
 */
public final class CallbackMonitor {

  private static final Logger LOG = LoggerFactory.getLogger(CallbackMonitor.class);

  private final DSLContext sql;
  private final CallerReceivers receivers;
  private final CircuitBreakers breakers;

  /**
   * Watches one database.
   *
   * @param database connections of the role calltally_report
   * @param breakers shared by all who mail
   */
  public CallbackMonitor(DataSource database, CallerReceivers receivers, CircuitBreakers breakers) {
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
    this.receivers = receivers;
    this.breakers = breakers;
  }

  /**
   * Records what has changed, and makes one attempt at each message that is due.
   *
   * @throws DataAccessException when the database is unavailable
   */
  public void look(InstantSource clock) {
    Instant now = clock.instant();
    if (new AreCallsCurrent(now).run(sql)) {
      Long unused = settleCallers(sql.configuration(), now);
      new RecordWaiting(receivers, now).run(sql);
      new RecordChangedTasks(now).run(sql);
      int overdue = new RecordOverdue(receivers, now).run(sql);
      if (overdue > 0) {
        LOG.info("callers overdue for a call-back: {} more", overdue);
      }
    }
    send(clock);
  }

  /** Mails last, as a mail server may take minutes. */
  private void send(InstantSource clock) {
    Map<String, CallerChannel> channels = new TreeMap<>();
    for (String name : new SelectChannels(clock.instant()).run(sql)) {
      receivers
          .channel(name)
          .filter(channel -> channel.isReady(breakers))
          .ifPresent(channel -> channels.put(name, channel));
    }
    channels.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getValue() instanceof MailReceiver))
        .forEach(entry -> send(entry.getKey(), entry.getValue(), clock));
  }

  /** Ends at the first message that fails: the next ones would hardly fare better. */
  private void send(String name, CallerChannel channel, InstantSource clock) {
    boolean isTaken = true;
    while (isTaken && !Thread.currentThread().isInterrupted()) {
      Instant now = clock.instant();
      Long unused = openCallerMessage(sql.configuration(), name, now, channel.isDigest());
      Optional<CallerMessage> message = new ClaimMessage(name, channel.isDigest(), now).run(sql);
      isTaken = message.isPresent() && send(message.get(), channel, clock);
    }
  }

  private boolean send(CallerMessage message, CallerChannel channel, InstantSource clock) {
    NotifyResult result =
        message.callers().isEmpty()
            ? NotifyResult.refused("not sent: its callers have been erased")
            : channel.send(message, breakers, clock.instant());
    new EndMessage(message, result, clock.instant()).run(sql);
    LOG.info(
        "message {} about callers, attempt {}: {}",
        message.id(),
        message.attempts(),
        result.answer());
    return result.isTaken();
  }
}
