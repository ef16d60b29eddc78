package calltally.ingest.journal;

import calltally.ingest.notification.Rejection;
import java.util.Set;

/** Says that PostgreSQL refuses a row; none that came with it is stored. */
public final class UnstorableRow extends RuntimeException {

  /** Data exceptions, violated constraints, exceeded limits: what waiting does not change. */
  private static final Set<String> CLASSES = Set.of("22", "23", "54");

  private final String sqlState;

  /** The state alone is told: PostgreSQL's messages may quote what was sent. */
  public UnstorableRow(String sqlState, Throwable cause) {
    super(
        "notifications could not be stored: the database has to accept every one, was SQLSTATE "
            + sqlState,
        cause);
    this.sqlState = sqlState;
  }

  /** Whether the state says so. */
  public static boolean isMeantBy(String sqlState) {
    return sqlState.length() == 5 && CLASSES.contains(sqlState.substring(0, 2));
  }

  /** The rule that the row breaks. */
  public Rejection rejection() {
    return new Rejection(null, "the database has to accept it, was SQLSTATE " + sqlState);
  }
}
