package calltally.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.ConfigurationFile;
import calltally.sql.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResolvedSettingsTest {

  private static final String FILE = "jdbc:postgresql://file/db";
  private static final String VARIABLE = "jdbc:postgresql://variable/db";
  private static final String OPTION = "jdbc:postgresql://option/db";
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "CALLTALLY_DATABASE_URL", VARIABLE,
          "CALLTALLY_DATABASE_USER", "variable",
          "CALLTALLY_DATABASE_PASSWORD", "from variable");

  @TempDir private Path folder;

  @Test
  void without_a_url_the_database_is_embedded() throws IOException {
    assertThat(external("", null, Map.of())).isNull();
  }

  @Test
  void options_override_the_environment_and_the_environment_the_file() throws IOException {
    String file = "database: {url: \"" + FILE + "\", user: file, password: from file}";

    assertThat(external(file, null, Map.of()))
        .isEqualTo(new DatabaseAddress(FILE, "file", "from file"));
    assertThat(external(file, null, ENVIRONMENT))
        .isEqualTo(new DatabaseAddress(VARIABLE, "variable", "from variable"));
    assertThat(external(file, OPTION, ENVIRONMENT))
        .isEqualTo(new DatabaseAddress(OPTION, "variable", "from variable"));
    assertThat(external(file, OPTION, Map.of()))
        .isEqualTo(new DatabaseAddress(OPTION, "file", "from file"));
  }

  @Test
  void the_default_user_is_calltally_without_a_password() throws IOException {
    assertThat(external("", OPTION, Map.of()))
        .isEqualTo(new DatabaseAddress(OPTION, "calltally", ""));
  }

  @Test
  void a_url_of_another_kind_is_refused_and_not_repeated() {
    Map<String, String> environment = Map.of("CALLTALLY_DATABASE_URL", "postgres://me:secret@host");

    assertThatThrownBy(() -> external("", null, environment))
        .hasMessage("cannot use the database: its URL must start with jdbc:postgresql:");
  }

  private @Nullable DatabaseAddress external(
      String yaml, @Nullable String option, Map<String, String> environment) throws IOException {
    Path file = Files.writeString(folder.resolve("calltally.yaml"), yaml);
    Configuration configuration =
        new ConfigurationFile(Map.of(), ZoneId.of("Europe/Minsk")).read(file);
    return ResolvedSettings.of(configuration, true, option, environment).external();
  }
}
