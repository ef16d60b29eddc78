package calltally.reporting.alarm;

import java.time.Instant;

/** Somebody, or some program, who is told of alarms. */
public sealed interface AlarmChannel permits MailChannel, WebhookChannel {

  /** What the ledger knows it by; no secret. */
  String name();

  /** Tries once. */
  NotifyResult send(Notice notice, NoticeText words, Instant now);
}
