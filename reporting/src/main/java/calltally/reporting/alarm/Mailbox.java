package calltally.reporting.alarm;

import calltally.reporting.mail.Handover;
import calltally.reporting.mail.Mail;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.Outcome;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Somebody who is told by mail. */
public record Mailbox(MailServer server, MailAddress from, MailAddress to) implements Receiver {

  @Override
  public String name() {
    return to.address();
  }

  @Override
  public Told tell(Notice notice, NoticeWords words, Instant now) {
    Outcome outcome = new Handover(server).send(mail(notice, words));
    return outcome instanceof Outcome.Taken
        ? Told.taken(outcome.answer())
        : Told.failed(outcome.answer());
  }

  private Mail mail(Notice notice, NoticeWords words) {
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
