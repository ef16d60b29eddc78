package calltally.sql.embedded;

/** The embedded PostgreSQL cannot be opened or stopped; the message says what to do. */
public final class ClusterUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1;

  ClusterUnavailable(String message) {
    super(message);
  }

  ClusterUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
