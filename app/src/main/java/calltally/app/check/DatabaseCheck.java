package calltally.app.check;

import calltally.app.terminal.Message;
import calltally.sql.embedded.ClusterUnavailable;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Whether the database accepts connections, and is a PostgreSQL of a known version.
 *
 * @param place where it is, in words
 */
record DatabaseCheck(DataSource database, Message place) {

  private static final CheckSubject SUBJECT = CheckSubject.DATABASE;
  private static final int OLDEST = 15;
  private static final int NEWEST = 18;

  /** There is no database yet. */
  public static CheckResult none(String data) {
    return CheckResult.warning(
        SUBJECT, Message.of("check.database.none", data), Message.of("check.created"));
  }

  /** It could not be started or found. */
  public static CheckResult unavailable(ClusterUnavailable reason) {
    return CheckResult.failed(
        SUBJECT, Message.of("check.database.unavailable", reason), Message.NONE);
  }

  public CheckResult result() {
    try (Connection connection = database.getConnection()) {
      DatabaseMetaData server = connection.getMetaData();
      return of(server.getDatabaseMajorVersion(), server.getDatabaseProductVersion());
    } catch (SQLException e) {
      return CheckResult.failed(
          SUBJECT,
          Message.of("check.database.refused", place, String.valueOf(e.getMessage())),
          Message.of("check.database.refused.advice"));
    }
  }

  CheckResult of(int major, String version) {
    Message finding = Message.of("check.database.version", version, place);
    if (major < OLDEST) {
      return CheckResult.failed(
          SUBJECT, finding, Message.of("check.database.too_old", String.valueOf(OLDEST)));
    }
    return major > NEWEST
        ? CheckResult.warning(
            SUBJECT, finding, Message.of("check.untested", String.valueOf(NEWEST)))
        : CheckResult.ok(SUBJECT, finding);
  }
}
