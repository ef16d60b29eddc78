package calltally.ingest.journal;

import calltally.exchange.Rejection;
import java.util.Set;

/** Says that PostgreSQL refuses a row; no row of its batch was stored. */
public final class UnstorableRow extends RuntimeException {

  /** Data exceptions, violated constraints, exceeded limits: waiting does not help. */
  private static final Set<String> CLASSES = Set.of("22", "23", "54");

  private final String sqlState;

  public UnstorableRow(String sqlState, Throwable cause) {
    super(
        "cannot store notifications: the database refused one (was SQLSTATE " + sqlState + ")",
        cause);
    this.sqlState = sqlState;
  }

  /** Whether the state means that. */
  public static boolean isMeantBy(String sqlState) {
    return sqlState.length() == 5 && CLASSES.contains(sqlState.substring(0, 2));
  }

  /** The rule that the row breaks. */
  public Rejection rejection() {
    return new Rejection(
        null, "the database must accept the notification (was SQLSTATE " + sqlState + ")");
  }
}
