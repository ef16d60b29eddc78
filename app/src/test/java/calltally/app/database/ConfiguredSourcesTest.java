package calltally.app.database;

import static calltally.sql.jooq.config.Tables.SOURCE_TOKEN;
import static calltally.sql.jooq.directory.Tables.MANAGER_NUMBER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import calltally.app.configuration.ConfigurationFile;
import calltally.sql.settings.SourceRow;
import calltally.sql.settings.Sources;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfiguredSourcesTest {

  private static final String TWO_SOURCES =
      """
      sources:
        - {name: a, zone: Europe/Minsk, region: BY, tokens: [a-token-of-twenty-two]}
        - {name: b, zone: Europe/Minsk}
      directory:
        managers: [{name: Anna Sokolova, numbers: ["8 029 000-00-11", "101"]}]
      """;

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);
  private final ConfigurationFile reader =
      new ConfigurationFile(Map.of(), ZoneId.of("Europe/Minsk"));

  @TempDir private Path folder;

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void directory_numbers_are_normalised_like_those_of_notifications() throws IOException {
    configured(TWO_SOURCES).apply(database.owner());

    assertThat(
            sql.selectFrom(MANAGER_NUMBER)
                .orderBy(MANAGER_NUMBER.SOURCE_ID, MANAGER_NUMBER.NUMBER)
                .fetch(row -> row.getSourceId() + " " + row.getNumber()))
        .containsExactlyInAnyOrder("1 +375290000011", "1 101", "2 80290000011", "2 101");
  }

  @Test
  void a_source_without_a_token_gets_a_permanent_one_that_only_the_owner_can_read()
      throws IOException {
    ConfiguredSources sources = configured(TWO_SOURCES);
    Map<String, String> tokens = sources.generatedTokens();

    sources.apply(database.owner());

    assertThat(tokens).containsOnlyKeys("b");
    assertThat(tokens.get("b")).matches("[A-Za-z0-9_-]{32}");
    assertThat(configured(TWO_SOURCES).generatedTokens()).isEqualTo(tokens);
    assertThat(sql.fetchCount(SOURCE_TOKEN)).isEqualTo(2);
    assertThat(Files.getPosixFilePermissions(folder.resolve("data/b.token")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void sources_stay_after_the_configuration_file_is_removed() throws IOException {
    configured(TWO_SOURCES).apply(database.owner());
    ConfiguredSources unconfigured = unconfigured();

    unconfigured.apply(database.owner());

    assertThat(unconfigured.areAuthoritative(database.owner())).isFalse();
    assertThat(unconfigured.first(database.owner())).isEqualTo("a");
    assertThat(new Sources(database.owner()).list())
        .extracting(SourceRow::name, SourceRow::active)
        .containsExactly(tuple("a", true), tuple("b", true));
  }

  @Test
  void without_a_configuration_file_an_empty_database_gets_the_source_main() {
    unconfigured().apply(database.owner());
    unconfigured().apply(database.owner());

    assertThat(new Sources(database.owner()).list())
        .extracting(SourceRow::name)
        .containsExactly("main");
    assertThat(unconfigured().first(database.owner())).isEqualTo("main");
  }

  private ConfiguredSources configured(String yaml) throws IOException {
    Path file = Files.writeString(folder.resolve("calltally.yaml"), yaml);
    return new ConfiguredSources(new ResolvedSettings(reader.read(file), true, null));
  }

  private ConfiguredSources unconfigured() {
    return new ConfiguredSources(new ResolvedSettings(reader.none(folder), false, null));
  }
}
