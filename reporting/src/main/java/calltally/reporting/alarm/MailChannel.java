package calltally.reporting.alarm;

import calltally.reporting.http.NotifyResult;
import calltally.reporting.mail.CircuitBreakers;
import calltally.reporting.mail.GuardedMail;
import calltally.reporting.mail.Mail;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailServer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** A person who is notified by mail. */
public record MailChannel(MailServer server, MailAddress from, MailAddress to)
    implements AlarmChannel {

  @Override
  public String name() {
    return to.address();
  }

  @Override
  public boolean isReady(CircuitBreakers breakers) {
    return breakers.of(server).isReady();
  }

  @Override
  public NotifyResult send(Notice notice, NoticeText words, CircuitBreakers breakers, Instant now) {
    return new GuardedMail(server, breakers).send(mail(notice, words));
  }

  private Mail mail(Notice notice, NoticeText words) {
    return new Mail(
        from,
        to,
        List.of(to),
        "alarm.%s.%d.%08x@%s"
            .formatted(
                notice.id(), notice.at().toEpochMilli(), to.address().hashCode(), from.domain()),
        notice.at().atZone(ZoneOffset.UTC),
        Mail.Content.of(words.subject(notice), words.text(notice)),
        null);
  }
}
