package calltally.reporting.alarm;

import java.time.Instant;

/** Somebody, or some program, who is told of alarms. */
public sealed interface Receiver permits Mailbox, Webhook {

  /** What the ledger knows it by; no secret. */
  String name();

  /** Tries once. */
  Told tell(Notice notice, NoticeWords words, Instant now);
}
