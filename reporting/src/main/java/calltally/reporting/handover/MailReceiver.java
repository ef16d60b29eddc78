package calltally.reporting.handover;

import calltally.reporting.http.NotifyResult;
import calltally.reporting.mail.CircuitBreakers;
import calltally.reporting.mail.GuardedMail;
import calltally.reporting.mail.Mail;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailServer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A person who is notified of waiting callers by mail. */
record MailReceiver(MailServer server, MailAddress from, MailAddress to, CallerText words)
    implements CallerChannel {

  @Override
  public boolean isDigest() {
    return true;
  }

  @Override
  public boolean isReady(CircuitBreakers breakers) {
    return breakers.of(server).isReady();
  }

  @Override
  public NotifyResult send(CallerMessage message, CircuitBreakers breakers, Instant now) {
    return new GuardedMail(server, breakers).send(mail(message));
  }

  private Mail mail(CallerMessage message) {
    return new Mail(
        from,
        to,
        List.of(to),
        "callback.%d.%d@%s"
            .formatted(message.id(), message.createdAt().toEpochMilli(), from.domain()),
        message.createdAt().atZone(ZoneOffset.UTC),
        Mail.Content.of(words.subject(message), words.text(message, Integer.MAX_VALUE)),
        null);
  }
}
