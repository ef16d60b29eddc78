package calltally.reporting.handover;

import calltally.reporting.http.NotifyResult;
import calltally.reporting.mail.CircuitBreakers;
import java.time.Instant;

/** A person, chat or program that is notified of waiting callers. */
sealed interface CallerChannel permits MailReceiver, ChatReceiver, HookReceiver {

  /** Whether one message lists several callers, within the hours of their lines. */
  boolean isDigest();

  /** Whether an attempt is worthwhile now. */
  boolean isReady(CircuitBreakers breakers);

  /** Makes a single attempt. */
  NotifyResult send(CallerMessage message, CircuitBreakers breakers, Instant now);
}
