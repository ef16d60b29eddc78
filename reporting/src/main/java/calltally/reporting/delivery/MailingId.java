package calltally.reporting.delivery;

/** Number of a mailing within its source. */
public record MailingId(int sourceId, long mailingId) {}
