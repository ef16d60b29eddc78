package calltally.app.configuration;

import calltally.sql.DatabaseRole;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL that somebody else operates; all null means the embedded one.
 *
 * @param url JDBC URL
 * @param user role to log in as, the owner of the schema
 * @param password its password
 * @param rolePasswords those of roles that log in themselves; the user acts as all others
 */
public record DatabaseEntry(
    @Nullable String url,
    @Nullable String user,
    @Nullable String password,
    Map<DatabaseRole, String> rolePasswords) {

  static DatabaseEntry from(YamlValue entry) {
    YamlValue database = entry.mapping("url", "user", "password", "role_passwords");
    if (!entry.isAbsent()) {
      database.get("url").requirePresent();
    }
    return new DatabaseEntry(
        database.get("url").orNull(ValueRule.JDBC_URL),
        database.get("user").orNull(ValueRule.TEXT),
        database.get("password").orNull(ValueRule.SECRET),
        rolePasswords(database.get("role_passwords")));
  }

  private static Map<DatabaseRole, String> rolePasswords(YamlValue entry) {
    YamlValue passwords =
        entry.mapping(
            Stream.of(DatabaseRole.values()).map(DatabaseEntry::key).toArray(String[]::new));
    Map<DatabaseRole, String> found = new EnumMap<>(DatabaseRole.class);
    for (DatabaseRole role : DatabaseRole.values()) {
      String password = passwords.get(key(role)).orNull(ValueRule.PASSWORD);
      if (password != null) {
        found.put(role, password);
      }
    }
    return Map.copyOf(found);
  }

  private static String key(DatabaseRole role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  /** The secret stays out of messages. */
  @Override
  public String toString() {
    return user + " at " + url;
  }
}
