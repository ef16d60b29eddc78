package calltally.web.frame;

/** Too many readers wait for the database. */
public final class BusyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public BusyException() {
    super("too many readers wait for figures", null, false, false);
  }
}
