package calltally.reporting.delivery;

import calltally.reporting.mail.CircuitBreaker;
import calltally.reporting.mail.Mail;
import calltally.reporting.mail.SendMail;
import calltally.reporting.mail.SendResult;
import calltally.reporting.mail.letter.Letter;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.DSLContext;

/**
 * Sends one copy of a report to the mail server.
 *
 * @param lease how long the server may take for the mail itself
 */
record SendDelivery(
    ClaimedDelivery delivery,
    Archive archive,
    MailSettings mailSettings,
    Duration lease,
    InstantSource clock) {

  /** Makes one attempt and records its result, in the ledger last. */
  SendResult run(DSLContext sql, CircuitBreaker.Permit permit) throws IOException {
    Mail mail = mail(sql);
    SendResult result =
        new SendMail(mailSettings.server())
            .send(mail, () -> new BeginSending(delivery, clock.instant(), lease).run(sql));
    permit.ended(result);
    new RecordSendResult(delivery, result, clock.instant()).run(sql);
    return result;
  }

  private Mail mail(DSLContext sql) throws IOException {
    return new Mail(
        mailSettings.from(),
        delivery.recipient(),
        new SelectRecipients(delivery.mailing(), delivery.revision()).run(sql).to(),
        delivery.messageId(),
        delivery.createdAt().atZone(ZoneOffset.UTC),
        content(),
        mailSettings.unsubscribe() == null ? null : mailSettings.unsubscribe().toString());
  }

  private Mail.Content content() throws IOException {
    ArchivedReport archived = archive.report(delivery.archivePath());
    Letter letter =
        archived.letter(
            delivery.subject(),
            delivery.isStripped()
                ? ArchivedReport.Copy.WITHOUT_FILES
                : ArchivedReport.Copy.WITH_FILES);
    return new Mail.Content(
        letter.subject(),
        letter.text(),
        letter.html(),
        delivery.isStripped() ? List.of() : archived.files());
  }
}
