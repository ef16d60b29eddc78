package calltally.ingest.journal;

/** Says that a batch does not follow its writer's last one; none of it was stored. */
public final class BatchOutOfOrder extends RuntimeException {

  static final String STATE = "CT001";

  BatchOutOfOrder(Throwable cause) {
    super("cannot store notifications: a batch must follow its writer's last one", cause);
  }
}
