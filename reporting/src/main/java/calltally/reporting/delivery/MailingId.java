package calltally.reporting.delivery;

/** The number of a mailing within its source. */
public record MailingId(int sourceId, long mailingId) {}
