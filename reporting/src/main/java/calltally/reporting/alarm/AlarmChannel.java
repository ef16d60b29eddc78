package calltally.reporting.alarm;

import java.time.Instant;

/** A person or program that is notified of alarms. */
public sealed interface AlarmChannel permits MailChannel, WebhookChannel {

  /** The name that the ledger stores; contains no secret. */
  String name();

  /** Makes a single attempt. */
  NotifyResult send(Notice notice, NoticeText words, Instant now);
}
