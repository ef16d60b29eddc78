package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;

import calltally.app.testing.TestConsole;
import calltally.sql.settings.TokenDigest;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourceCommandTest {

  private static final String ADDRESS = "http://127.0.0.1:8080/notify/";

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);
  private final Path folder;
  private final TestConsole console;

  SourceCommandTest(@TempDir Path folder) {
    this.folder = folder;
    console =
        new TestConsole(folder)
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void without_a_configuration_file_a_source_is_added_to_the_database() {
    assertThat(run("source", "add", "shop", "--zone", "Europe/Warsaw", "--region", "PL"))
        .isEqualTo(OK);
    String token = printedToken();

    assertThat(run("source", "list")).isEqualTo(OK);

    assertThat(console.out()).contains("shop", "Europe/Warsaw").doesNotContain(token);
    assertThat(digests("shop")).containsExactly(TokenDigest.of(token).hex());
    assertThat(digests("main")).hasSize(1);
    assertThat(run("source", "add", "shop")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("was shop");
  }

  @Test
  void a_new_token_and_the_old_one_are_both_valid_until_one_is_forgotten() {
    importNothing();
    String old = digests("main").get(0);
    assertThat(run("source", "rotate", "main")).isEqualTo(OK);
    String token = printedToken();
    importNothing();
    assertThat(digests("main")).containsExactlyInAnyOrder(old, TokenDigest.of(token).hex());

    assertThat(run("source", "rotate", "main", "--forget", old.substring(0, 8))).isEqualTo(OK);

    importNothing();
    assertThat(digests("main")).containsExactly(TokenDigest.of(token).hex());
    assertThat(run("source", "rotate", "main", "--forget", TokenDigest.of(token).fingerprint()))
        .isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("a source needs at least one");
    assertThat(digests("main")).hasSize(1);
  }

  @Test
  void secrets_are_created_or_read_and_forgotten() {
    assertThat(run("source", "rotate", "main", "--secret")).isEqualTo(OK);
    String made = console.out().strip();
    console.typing("whsec-of-the-exchange\n");
    assertThat(run("source", "rotate", "main", "--read-secret")).isEqualTo(OK);
    assertThat(console.out()).isEmpty();
    run("source", "list");
    assertThat(console.out()).doesNotContain(made).doesNotContain("whsec");
    assertThat(secrets()).containsExactlyInAnyOrder(made, "whsec-of-the-exchange");

    assertThat(run("source", "rotate", "main", "--forget", TokenDigest.of(made).fingerprint()))
        .isEqualTo(OK);

    assertThat(secrets()).containsExactly("whsec-of-the-exchange");
  }

  @Test
  void with_a_configuration_file_commands_print_what_to_add_to_it() throws IOException {
    String yaml =
        """
        sources:
          - {name: main, zone: Europe/Minsk, tokens: [a-token-of-twenty-two], signing_secrets: [a-secret]}
          - {name: kept, zone: Europe/Minsk}
        """;
    Files.writeString(folder.resolve("calltally.yaml"), yaml);

    assertThat(run("source", "add", "shop", "--zone", "Europe/Warsaw")).isEqualTo(OK);
    List<String> lines = console.out().lines().toList();
    assertThat(lines.subList(0, 2)).containsExactly("  - name: shop", "    zone: Europe/Warsaw");
    assertThat(lines.get(2)).matches("    tokens: \\[\"[A-Za-z0-9_-]{32}\"]");
    assertThat(run("source", "add", "cafe", "--region", "PL")).isEqualTo(OK);
    assertThat(console.out()).contains("    region: PL\n");
    assertThat(run("source", "rotate", "main")).isEqualTo(OK);
    assertThat(console.out()).matches("      - \"[A-Za-z0-9_-]{32}\"\n");
    String fingerprint = TokenDigest.of("a-token-of-twenty-two").fingerprint();
    assertThat(run("source", "rotate", "main", "--forget", fingerprint)).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("it is in the configuration file; remove it there");
    assertThat(run("source", "rotate", "main", "--forget", "00000000")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("source main must have it (was 00000000)");
    assertThat(run("source", "rotate", "kept")).isEqualTo(OK);
    String token = printedToken();

    importNothing();

    assertThat(Files.readString(folder.resolve("calltally.yaml"))).isEqualTo(yaml);
    assertThat(digests("main")).containsExactly(TokenDigest.of("a-token-of-twenty-two").hex());
    assertThat(digests("kept")).hasSize(2).contains(TokenDigest.of(token).hex());
    assertThat(secrets()).containsExactly("a-secret");
    assertThat(digests("shop")).isEmpty();
  }

  /** Applies the configured sources. */
  private void importNothing() {
    assertThat(console.typing("").run("import", "-")).isEqualTo(SOFTWARE);
    assertThat(console.err()).endsWith("the file is empty, or has nothing but blank lines\n");
  }

  private int run(String... arguments) {
    return console.run(arguments);
  }

  private String printedToken() {
    assertThat(console.out()).startsWith(ADDRESS);
    return console.out().strip().substring(ADDRESS.length());
  }

  private List<String> digests(String source) {
    return sql.fetch(
            "select encode(digest, 'hex') from config.source_token join config.source using (source_id)"
                + " where name = ?",
            source)
        .getValues(0, String.class);
  }

  private List<String> secrets() {
    return sql.fetch("select secret from config.signing_secret").getValues(0, String.class);
  }
}
