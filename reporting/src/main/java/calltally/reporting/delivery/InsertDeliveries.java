package calltally.reporting.delivery;

import static calltally.sql.jooq.ledger.Tables.DELIVERY;

import calltally.reporting.delivery.subscription.Recipients;
import calltally.reporting.mail.MailAddress;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * Records who gets a mailing: the recipients of its subscription; for a corrected report, those who
 * got the report that it corrects.
 *
 * @param archived the folder of its report
 * @param domain of the sender, for the Message-IDs
 */
record InsertDeliveries(
    ClaimedMailing mailing,
    ArchivedReport archived,
    Recipients subscribed,
    String subject,
    String domain,
    Instant now) {

  void run(DSLContext sql) {
    Recipients recipients = recipients(sql);
    recipients.to().forEach(to -> insert(to, false, sql));
    recipients.bcc().forEach(to -> insert(to, true, sql));
  }

  private Recipients recipients(DSLContext sql) {
    if (mailing.revision() == 0) {
      return subscribed;
    }
    Recipients former = new SelectRecipients(mailing.id(), mailing.revision() - 1).run(sql);
    return former.isEmpty() ? subscribed : former;
  }

  private void insert(MailAddress to, boolean isHidden, DSLContext sql) {
    sql.insertInto(DELIVERY)
        .set(DELIVERY.SOURCE_ID, mailing.id().sourceId())
        .set(DELIVERY.MAILING_ID, mailing.id().mailingId())
        .set(DELIVERY.REVISION, mailing.revision())
        .set(DELIVERY.RECIPIENT, to.address())
        .set(DELIVERY.RECIPIENT_NAME, to.name())
        .set(DELIVERY.IS_BCC, isHidden)
        .set(DELIVERY.MESSAGE_ID, UUID.randomUUID() + "@" + domain)
        .set(DELIVERY.SUBJECT, subject)
        .set(DELIVERY.ARCHIVE_PATH, archived.path())
        .set(DELIVERY.CREATED_AT, now)
        .set(DELIVERY.STATE, DeliveryState.WAITING.toString())
        .set(DELIVERY.NEXT_ATTEMPT_AT, now)
        .execute();
  }
}
