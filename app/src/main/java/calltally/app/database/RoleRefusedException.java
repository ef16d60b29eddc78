package calltally.app.database;

import calltally.sql.DatabaseRole;
import java.sql.SQLException;

/** A role could not be allowed to log in. */
final class RoleRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  RoleRefusedException(DatabaseRole role, SQLException cause) {
    super(
        "role %s could not be given its password: the database user has to administer it, was %s"
            .formatted(role.sqlName(), cause.getSQLState()),
        cause);
  }
}
