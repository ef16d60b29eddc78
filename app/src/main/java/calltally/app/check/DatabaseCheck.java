package calltally.app.check;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Whether the database can be entered, and is a PostgreSQL of a known version.
 *
 * @param place where it is, for people
 */
record DatabaseCheck(DataSource database, String place) {

  private static final String SUBJECT = "database";
  private static final int OLDEST = 15;
  private static final int NEWEST = 18;

  /** There is no database yet. */
  public static CheckResult none(String data) {
    return CheckResult.warning(
        SUBJECT,
        "there is none in " + data + " yet",
        "calltally serve or calltally import creates it");
  }

  /** It could not be started or found. */
  public static CheckResult unavailable(String sentence) {
    return CheckResult.failed(SUBJECT, sentence, "");
  }

  public CheckResult result() {
    try (Connection connection = database.getConnection()) {
      DatabaseMetaData server = connection.getMetaData();
      return of(server.getDatabaseMajorVersion(), server.getDatabaseProductVersion());
    } catch (SQLException e) {
      return CheckResult.failed(
          SUBJECT,
          "%s could not be entered: %s".formatted(place, e.getMessage()),
          "see that it runs, and that address, user and password are right");
    }
  }

  CheckResult of(int major, String version) {
    String sentence = "PostgreSQL %s, %s".formatted(version, place);
    if (major < OLDEST) {
      return CheckResult.failed(SUBJECT, sentence, "15 is the oldest that works");
    }
    return major > NEWEST
        ? CheckResult.warning(SUBJECT, sentence, "18 is the newest that was tried")
        : CheckResult.ok(SUBJECT, sentence);
  }
}
