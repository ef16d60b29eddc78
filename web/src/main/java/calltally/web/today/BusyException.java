package calltally.web.today;

/** Too many readers wait for the database. */
final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BusyException() {
    super("too many readers wait for figures", null, false, false);
  }
}
