package calltally.reporting.delivery;

import calltally.reporting.mail.MailAddress;
import java.time.Instant;

/**
 * One copy of a report for one recipient, claimed by a lease.
 *
 * @param archivePath folder of the report in the archive
 * @param createdAt when the report was made
 * @param attempts this one included
 * @param doubts how often the server's reply to the complete mail was lost
 * @param isStripped whether it is sent without its attachments
 * @param fence number of the claim, under which its holder writes
 */
record ClaimedDelivery(
    MailingId mailing,
    int revision,
    MailAddress recipient,
    String messageId,
    String subject,
    String archivePath,
    Instant createdAt,
    int attempts,
    int doubts,
    boolean isStripped,
    long fence) {}
