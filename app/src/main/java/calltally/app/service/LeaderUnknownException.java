package calltally.app.service;

import java.sql.SQLException;

/** The database did not answer which service refreshes. */
final class LeaderUnknownException extends RuntimeException {

  private static final long serialVersionUID = 1;

  LeaderUnknownException(SQLException cause) {
    super("cannot determine which service refreshes: the database must answer", cause);
  }
}
