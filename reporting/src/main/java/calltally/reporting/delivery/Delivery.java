package calltally.reporting.delivery;

import calltally.reporting.mail.MailAddress;
import java.time.Instant;

/**
 * One copy of a report for one recipient, taken by its lease.
 *
 * @param archivePath folder of the report in the archive
 * @param createdAt when the report was made
 * @param attempts this one included
 * @param doubts how often the server's answer to all of the mail was lost
 * @param isStripped whether it goes without its attachments
 * @param fence what this taker writes under
 */
record Delivery(
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
