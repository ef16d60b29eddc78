package calltally.app;

import java.sql.SQLException;

/** The database did not tell whose turn it is to refresh. */
final class TurnUnknownException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TurnUnknownException(SQLException cause) {
    super("whose turn it is to refresh could not be told: the database has to answer", cause);
  }
}
