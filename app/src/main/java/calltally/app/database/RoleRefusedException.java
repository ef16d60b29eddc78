package calltally.app.database;

import calltally.app.terminal.ExplainedException;
import calltally.app.terminal.Message;
import calltally.sql.DatabaseRole;
import java.sql.SQLException;

/** A role's password could not be set. */
final class RoleRefusedException extends ExplainedException {

  private static final long serialVersionUID = 1;

  RoleRefusedException(DatabaseRole role, SQLException cause) {
    super(Message.of("database.role", role.sqlName(), String.valueOf(cause.getSQLState())), cause);
  }
}
