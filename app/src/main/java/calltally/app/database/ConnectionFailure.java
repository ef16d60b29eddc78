package calltally.app.database;

import calltally.app.terminal.Message;
import java.net.UnknownHostException;
import java.sql.SQLException;

/** Why a database cannot be connected to, as a part of a sentence. */
final class ConnectionFailure {

  private ConnectionFailure() {}

  /** PostgreSQL's driver hides an unknown host in the cause. */
  static Message reason(SQLException e) {
    if (e.getCause() instanceof UnknownHostException) {
      return Message.of("database.no_host", String.valueOf(e.getCause().getMessage()));
    }
    return Message.verbatim(
        String.valueOf(e.getMessage()).lines().findFirst().orElse("").split("\\.( |$)", 2)[0]);
  }
}
