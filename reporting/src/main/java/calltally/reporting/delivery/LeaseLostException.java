package calltally.reporting.delivery;

/** Somebody else has taken a mailing or delivery, because its taker was too slow. */
final class LeaseLostException extends RuntimeException {

  LeaseLostException(String what, MailingId id) {
    super(
        "%s not written: its lease must be held, somebody else has taken it (source_id %d, mailing_id %d)"
            .formatted(what, id.sourceId(), id.mailingId()));
  }
}
