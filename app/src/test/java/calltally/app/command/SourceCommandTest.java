package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;

import calltally.app.testing.TestConsole;
import calltally.exchange.Exchanges;
import calltally.exchange.PbxProtocol;
import calltally.sql.settings.TokenDigest;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
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

  @Test
  void a_source_of_another_exchange_is_added_to_the_database_with_a_warning() {
    assertThat(run("source", "add", "moscow", "--exchange", "mango", "--region", "RU"))
        .isEqualTo(OK);
    String token = printedToken();

    assertThat(console.err())
        .contains("Requests of Mango Office are taken without proof of their sender")
        .endsWith("The token is shown only once.\n");
    assertThat(digests("moscow")).containsExactly(TokenDigest.of(token).hex());
    assertThat(exchange("moscow")).isEqualTo("mango");
    for (String option : List.of("--secret", "--read-secret")) {
      console.typing("whsec-of-the-exchange\n");
      assertThat(run("source", "rotate", "moscow", option)).isEqualTo(SOFTWARE);
      assertThat(console.err())
          .isEqualTo(
              "cannot add a signing secret: exchange mango does not sign with these; give its own"
                  + " proof in secrets of the configuration file\n");
    }
    assertThat(secrets()).isEmpty();
    assertThat(run("source", "add", "pbx", "--exchange", "asterisk")).isEqualTo(OK);
    assertThat(console.err()).doesNotContain("proof");
  }

  @Test
  void with_a_configuration_file_the_lines_of_an_exchange_and_its_address_are_printed()
      throws IOException {
    Files.writeString(
        folder.resolve("calltally.yaml"),
        "http: {port: 8123}\nsources:\n  - {name: main, zone: Europe/Minsk, exchange: uis}\n");

    assertThat(run("source", "add", "msk", "--exchange", "mango", "--zone", "Europe/Moscow"))
        .isEqualTo(OK);

    List<String> lines = console.out().lines().toList();
    assertThat(lines)
        .hasSize(5)
        .startsWith("  - name: msk", "    zone: Europe/Moscow", "    exchange: mango")
        .endsWith("    secrets: {api_key: \"${MANGO_API_KEY}\", salt: \"${MANGO_SALT}\"}");
    String token = lines.get(3).replaceFirst("    tokens: \\[\"(.{32})\"]", "$1");
    assertThat(console.err())
        .contains("serve has been restarted: http://127.0.0.1:8123/notify/" + token + "\n")
        .contains("What they are: calltally exchanges mango\n");
    assertThat(run("source", "rotate", "main", "--secret")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("exchange uis does not sign with these");

    Files.writeString(
        folder.resolve("calltally.yaml"), "\nsources:\n" + String.join("\n", lines) + "\n");
    assertThat(run("exchanges", "--source", "msk")).isEqualTo(SOFTWARE);
    assertThat(console.err())
        .contains("sources[0].secrets.api_key: environment variable not set: MANGO_API_KEY");
    console.with("MANGO_API_KEY", "a-key").with("MANGO_SALT", "a-salt");
    assertThat(run("exchanges", "--source", "msk")).isEqualTo(OK);
    assertThat(console.out()).contains("/notify/" + token + "\n").doesNotContain("a-key");
  }

  @Test
  void an_exchange_that_does_not_exist_is_refused_with_the_known_ones() {
    assertThat(run("source", "add", "msk", "--exchange", "mago")).isEqualTo(SOFTWARE);
    assertThat(console.err())
        .isEqualTo(
            "cannot add source: exchange must be one of %s (was mago); did you mean mango?\n"
                .formatted(
                    Exchanges.offered().stream()
                        .map(PbxProtocol::name)
                        .collect(Collectors.joining(", "))));
    assertThat(console.inRussian().run("source", "add", "msk", "--exchange", "mago"))
        .isEqualTo(SOFTWARE);
    assertThat(console.err())
        .startsWith("источник не добавлен: exchange — нужно одно из значений: asterisk, ")
        .contains("(указано: mago)", "mango?");
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

  private String exchange(String source) {
    return sql.fetchSingle("select exchange from config.source where name = ?", source)
        .get(0, String.class);
  }

  private List<String> secrets() {
    return sql.fetch("select secret from config.signing_secret").getValues(0, String.class);
  }
}
