package calltally.app.configuration;

import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that somebody else looks after; all null means the embedded one.
 *
 * @param url JDBC URL
 * @param user role to log in as
 * @param password its password
 */
public record DatabaseEntry(
    @Nullable String url, @Nullable String user, @Nullable String password) {

  static DatabaseEntry from(Entry entry) {
    Entry database = entry.mapping("url", "user", "password");
    if (!entry.isAbsent()) {
      database.get("url").requirePresent();
    }
    return new DatabaseEntry(
        database.get("url").orNull(Rule.JDBC_URL),
        database.get("user").orNull(Rule.TEXT),
        database.get("password").orNull(Rule.SECRET));
  }

  /** The secret stays out of messages. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
