package calltally.ingest.journal;

/** Says that a batch does not follow the last one of its writer; nothing of it was stored. */
public final class TicketRefused extends RuntimeException {

  static final String STATE = "CT001";

  TicketRefused(Throwable cause) {
    super("notifications could not be stored: a batch has to follow the last one", cause);
  }
}
