package calltally.sql;

/** Another transaction has the {@linkplain RefreshLock turn}. */
public final class RefreshUnderWay extends RuntimeException {

  private static final long serialVersionUID = 1;

  RefreshUnderWay(Throwable cause) {
    super("cannot refresh: no other refresh or rebuild may be running", cause);
  }
}
