package calltally.sql.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.sql.DatabaseAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import org.postgresql.util.PasswordUtil;

/**
 * The ordinary role that owns the database of Calltally and everything in it.
 *
 * @param name its name in PostgreSQL
 */
record DatabaseOwner(String name, String password) {

  private static final int SALT_BYTES = 16;

  /** Creates the role, or sets its password, and gives it what a superuser has created before. */
  void establish(DatabaseAddress superuser) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(superuser.url(), superuser.user(), superuser.password());
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute(text("database_owner.sql"));
      statement.execute("alter role %s password '%s'".formatted(name, verifier()));
      connection.commit();
    }
  }

  private String verifier() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return PasswordUtil.encodeScramSha256(
        password.toCharArray(), NewCluster.SCRAM_ITERATIONS, salt);
  }

  private static String text(String file) {
    try (InputStream text =
        Objects.requireNonNull(DatabaseOwner.class.getResourceAsStream(file), file)) {
      return new String(text.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return name;
  }
}
