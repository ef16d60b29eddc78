package calltally.reporting.delivery;

/** Another dispatcher has claimed a mailing or delivery, because its holder was too slow. */
final class LeaseLostException extends RuntimeException {

  LeaseLostException(String what, MailingId id) {
    super(
        "cannot record %s: another dispatcher holds its lease by now (source_id %d, mailing_id %d)"
            .formatted(what, id.sourceId(), id.mailingId()));
  }
}
