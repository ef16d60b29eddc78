package calltally.reporting.alarm;

import calltally.reporting.http.NotifyResult;
import calltally.reporting.mail.CircuitBreakers;
import java.time.Instant;

/** A person or program that is notified of alarms. */
public sealed interface AlarmChannel permits MailChannel, WebhookChannel, TelegramChannel {

  /** The name that the ledger stores; contains no secret. */
  String name();

  /** Whether an attempt is worthwhile now. */
  boolean isReady(CircuitBreakers breakers);

  /** Makes a single attempt. */
  NotifyResult send(Notice notice, NoticeText words, CircuitBreakers breakers, Instant now);
}
