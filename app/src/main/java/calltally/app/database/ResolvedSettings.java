package calltally.app.database;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.DatabaseEntry;
import calltally.app.terminal.CommandFailedException;
import calltally.sql.DatabaseAddress;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The settings of a command, resolved from options, environment and configuration file.
 *
 * @param isConfigured there is a configuration file, so its sources take precedence
 * @param external the external database; null if the embedded one is used
 */
public record ResolvedSettings(
    Configuration configuration, boolean isConfigured, @Nullable DatabaseAddress external) {

  private static final String SCHEME = "jdbc:postgresql:";
  private static final String DEFAULT_USER = "calltally";

  /** Resolves them: an option overrides the environment, and the environment the file. */
  public static ResolvedSettings of(
      Configuration configuration,
      boolean isConfigured,
      @Nullable String urlOption,
      Map<String, String> environment) {
    DatabaseEntry entry = configuration.database();
    String url = first(urlOption, environment.get("CALLTALLY_DATABASE_URL"), entry.url());
    String user = first(environment.get("CALLTALLY_DATABASE_USER"), entry.user(), DEFAULT_USER);
    String password = first(environment.get("CALLTALLY_DATABASE_PASSWORD"), entry.password(), "");
    if (url != null && !url.startsWith(SCHEME)) {
      throw new CommandFailedException("database.url", SCHEME);
    }
    return new ResolvedSettings(
        configuration,
        isConfigured,
        url == null
            ? null
            : new DatabaseAddress(
                url, Objects.requireNonNull(user), Objects.requireNonNull(password)));
  }

  private static @Nullable String first(@Nullable String... values) {
    return Stream.of(values).filter(Objects::nonNull).findFirst().orElse(null);
  }
}
