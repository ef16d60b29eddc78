package calltally.sql;

import static java.util.Objects.requireNonNull;

/**
 * Where a PostgreSQL database is and as whom to enter it.
 *
 * @param url JDBC URL, {@code jdbc:postgresql://host:port/database}
 * @param user role to log in as
 * @param password its password, empty when the server asks for none
 */
public record DatabaseAddress(String url, String user, String password) {

  public DatabaseAddress {
    requireNonNull(url, "url");
    requireNonNull(user, "user");
    requireNonNull(password, "password");
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "database.url could not be used: it has to start with jdbc:postgresql:, was " + url);
    }
  }

  /** The address without its password, fit for logs and messages. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
