package calltally.reporting.delivery;

import calltally.reporting.mail.Handover;
import calltally.reporting.mail.Mail;
import calltally.reporting.mail.Outcome;
import calltally.reporting.mail.letter.Letter;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Hands one copy of a report to the mail server.
 *
 * @param lease how long the server may take for the mail itself
 */
record SendDelivery(
    Delivery delivery, Archive archive, Post post, Duration lease, InstantSource clock) {

  /** Tries once and writes down what came of it. */
  Outcome run(DSLContext sql) throws IOException {
    Mail mail = mail(sql);
    Outcome outcome =
        new Handover(post.server())
            .send(mail, () -> new BeginSending(delivery, clock.instant(), lease).run(sql));
    new EndDelivery(delivery, outcome, clock.instant()).run(sql);
    return outcome;
  }

  private Mail mail(DSLContext sql) throws IOException {
    return new Mail(
        post.from(),
        delivery.recipient(),
        new SelectRecipients(delivery.mailing(), delivery.revision()).run(sql).to(),
        delivery.messageId(),
        delivery.createdAt().atZone(ZoneOffset.UTC),
        content(),
        post.unsubscribe() == null ? null : post.unsubscribe().toString());
  }

  private Mail.Content content() throws IOException {
    Shelf shelf = archive.shelf(delivery.archivePath());
    Letter letter =
        shelf.letter(
            delivery.subject(),
            delivery.isStripped() ? Shelf.Copy.WITHOUT_FILES : Shelf.Copy.WITH_FILES);
    return new Mail.Content(
        letter.subject(),
        letter.text(),
        letter.html(),
        delivery.isStripped() ? List.of() : shelf.files());
  }
}
