package calltally.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Objects;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;

/**
 * Identifies the schema that this program's migrations and grants make. The last migration stores
 * it, with the digest of the migrations' history, as the comment of the schema flyway: if both
 * still agree, there is nothing to do. Asked by plain JDBC, as each command does so first.
 */
final class SchemaFingerprint {

  private static final String EXISTS =
      "select to_regclass('flyway.flyway_schema_history') is not null";
  private static final String HAS_SOURCES = "select exists (select from config.source)";
  private static final String AGREES =
      """
      select obj_description('flyway'::regnamespace, 'pg_namespace')
          = ? || md5(string_agg(concat_ws(' ', script, checksum, success), ',' order by installed_rank))
      from flyway.flyway_schema_history
      """;

  private SchemaFingerprint() {}

  /** Of the migration files, as the build digested them, and of the grants. */
  static String ofProgram() {
    try (InputStream migrations =
        Objects.requireNonNull(
            SchemaFingerprint.class.getResourceAsStream("migrations.sha256"),
            "migrations.sha256")) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(migrations.readAllBytes());
      digest.update(GrantStatements.all().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the database has this program's schema; false also where it has none. */
  static boolean isIn(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return isTrue(connection, EXISTS) && agrees(connection);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Both at once, as each connection's login takes a short command some milliseconds. */
  static boolean isInWithSources(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return isTrue(connection, EXISTS) && isTrue(connection, HAS_SOURCES) && agrees(connection);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  /** Whether the database has any schema of Calltally's, and in it a source. */
  static boolean hasSources(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return isTrue(connection, EXISTS) && isTrue(connection, HAS_SOURCES);
    } catch (SQLException e) {
      throw unreadable(e);
    }
  }

  private static boolean isTrue(Connection connection, String question) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      return answer.next() && answer.getBoolean(1);
    }
  }

  private static DataAccessException unreadable(SQLException e) {
    return new DataAccessException("cannot read the state of the schema: " + e.getMessage(), e);
  }

  private static boolean agrees(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(AGREES)) {
      statement.setString(1, ofProgram());
      try (ResultSet agreement = statement.executeQuery()) {
        return agreement.next() && agreement.getBoolean(1);
      }
    }
  }
}
