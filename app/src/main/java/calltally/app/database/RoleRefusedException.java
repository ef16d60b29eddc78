package calltally.app.database;

import calltally.sql.DatabaseRole;
import java.sql.SQLException;

/** A role's password could not be set. */
final class RoleRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  RoleRefusedException(DatabaseRole role, SQLException cause) {
    super(
        "cannot set the password of role %s: the database user must administer it (SQLSTATE %s)"
            .formatted(role.sqlName(), cause.getSQLState()),
        cause);
  }
}
