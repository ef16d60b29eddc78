package calltally.app.database;

import calltally.sql.DatabaseRole;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.postgresql.util.PasswordUtil;

/** The passwords of roles with their own login. */
record RolePasswords(Map<DatabaseRole, String> passwords) {

  private static final String SCRAM = "scram-sha-256";

  /** Sets each role's password unless it works already; only a digest is sent. */
  void apply(CallDatabase database) {
    passwords.forEach(
        (role, password) -> {
          if (!canLogIn(database.as(role))) {
            set(database.owner(), role, password);
          }
        });
  }

  private static boolean canLogIn(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.isValid(0);
    } catch (SQLException e) {
      return false;
    }
  }

  private static void set(DataSource owner, DatabaseRole role, String password) {
    try (Connection connection = owner.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          PasswordUtil.genAlterUserPasswordSQL(role.sqlName(), password.toCharArray(), SCRAM));
      statement.execute("alter role " + role.sqlName() + " login");
    } catch (SQLException e) {
      throw new RoleRefusedException(role, e);
    }
  }

  /** The roles alone, so that no password gets into a log. */
  @Override
  public String toString() {
    return passwords.keySet().toString();
  }
}
