package calltally.sql;

import static java.util.Objects.requireNonNull;

/**
 * Address of a PostgreSQL database and the login to use.
 *
 * @param url JDBC URL, {@code jdbc:postgresql://host:port/database}
 * @param user role to log in as
 * @param password its password; empty when the server asks for none
 */
public record DatabaseAddress(String url, String user, String password) {

  public DatabaseAddress {
    requireNonNull(url, "url");
    requireNonNull(user, "user");
    requireNonNull(password, "password");
    if (!url.startsWith("jdbc:postgresql:")) {
      throw new IllegalArgumentException(
          "cannot use database.url: it must start with jdbc:postgresql: (was " + url + ")");
    }
  }

  /** The URL without its parameters, which may contain a password. */
  public String place() {
    return url.replaceFirst("\\?.*", "");
  }

  /** The address without its password, safe for logs and messages. */
  @Override
  public String toString() {
    return user + " at " + place();
  }
}
