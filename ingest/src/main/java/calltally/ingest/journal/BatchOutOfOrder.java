package calltally.ingest.journal;

/** Says that a batch does not follow the last one of its writer; nothing of it was stored. */
public final class BatchOutOfOrder extends RuntimeException {

  static final String STATE = "CT001";

  BatchOutOfOrder(Throwable cause) {
    super("notifications could not be stored: a batch must follow the last one", cause);
  }
}
