package calltally.app.command;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;
import static picocli.CommandLine.ExitCode.USAGE;

import calltally.app.testing.TestConsole;
import calltally.exchange.Exchanges;
import calltally.exchange.PbxProtocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class ExchangesCommandTest {

  private static final String TWO_OF_MANGO =
      """
      http: {port: 8123}
      sources:
        - {name: main, zone: Europe/Minsk}
        - {name: moscow, exchange: mango, zone: Europe/Moscow, tokens: [old-token-of-moscow, new-token-of-moscow]}
        - {name: kazan, exchange: mango, zone: Europe/Moscow, tokens: [token-of-kazan-1234]}
        - {name: pbx, exchange: asterisk, zone: Europe/Moscow, tokens: ["${PBX_TOKEN}"]}
      """;

  @TempDir private Path folder;
  private TestConsole console = new TestConsole(Path.of(""));

  @BeforeEach
  void enterFolder() {
    console = new TestConsole(folder).with("PBX_TOKEN", "token-from-environment");
  }

  static Stream<String> names() {
    return Exchanges.offered().stream().map(PbxProtocol::name);
  }

  @Test
  void the_list_says_of_each_exchange_what_it_reports() {
    assertThat(console.run("exchanges")).isEqualTo(OK);

    assertThat(console.out().lines())
        .anyMatch(line -> line.matches("mango +.*Mango Office.*(reported.*){4}"))
        .anyMatch(line -> line.matches("zadarma +.*Zadarma.*reported +.*(not told.*){2,3}"))
        .noneMatch(line -> line.contains("Kolokol"))
        .hasSizeGreaterThan(Exchanges.offered().size());
    assertThat(console.err()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void the_list_is_there_in_russian() {
    assertThat(console.inRussian().run("exchanges")).isEqualTo(OK);

    assertThat(console.out()).startsWith("АТС").contains("не сообщает");
  }

  @ParameterizedTest
  @MethodSource("names")
  void each_exchange_has_a_page_in_both_languages(String name) {
    assertThat(console.run("exchanges", name)).isEqualTo(OK);
    String english = console.out();
    assertThat(console.inRussian().run("exchanges", name)).isEqualTo(OK);
    String russian = console.out();

    assertThat(english)
        .contains("(" + name + ")", "  http://127.0.0.1:8080/notify/TOKEN\n")
        .contains("  exchange: " + name + "\n", "when a phone begins to ring: ")
        .doesNotContainPattern("[а-яА-Я]");
    assertThat(russian)
        .contains("  http://127.0.0.1:8080/notify/TOKEN\n", "когда телефон начал звонить: ")
        .contains("  exchange: " + name + "\n", "Вместо TOKEN подставьте токен");
    Stream.of(english, russian)
        .forEach(page -> assertThat(page).doesNotContain("ADDRESS", "{0}", "null"));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void the_page_says_which_secrets_prove_requests_and_what_holds_without_them() {
    console.run("exchanges", "mango");
    assertThat(console.out())
        .contains("  secrets: {api_key: \"${MANGO_API_KEY}\", salt: \"${MANGO_SALT}\"}\n")
        .contains("Without secrets, requests are taken without proof of their sender.\n")
        .contains("In the cabinet of Mango Office");

    console.run("exchanges", "sipsim");
    assertThat(console.out()).contains("  signing_secrets: [\"${SIPSIM_SECRET}\"]\n");

    console.run("exchanges", "uis");
    assertThat(console.out())
        .doesNotContain("secrets:")
        .contains("Nothing but the token proves these requests");
  }

  @ParameterizedTest
  @CsvSource({
    "mangoo, '; did you mean mango?'",
    "ZADARMA, '; did you mean zadarma?'",
    "avaya-and-so-on, ''"
  })
  void an_unknown_name_is_answered_with_the_known_ones(String name, String question) {
    assertThat(console.run("exchanges", name)).isEqualTo(SOFTWARE);

    assertThat(console.out()).isEmpty();
    assertThat(console.err())
        .isEqualTo(
            "cannot find the exchange: it must be one of %s (was %s)%s\n"
                .formatted(names().collect(Collectors.joining(", ")), name, question));
    assertThat(console.inRussian().run("exchanges", name)).isEqualTo(SOFTWARE);
    assertThat(console.err()).startsWith("нет такой АТС: " + name + "; возможны asterisk, ");
  }

  @Test
  void two_names_are_wrong_usage() {
    assertThat(console.run("exchanges", "mango", "uis")).isEqualTo(USAGE);

    assertThat(console.err()).contains("uis", "./calltally exchanges mango");
  }

  @Test
  void the_only_source_of_an_exchange_gives_its_token_to_address_and_templates()
      throws IOException {
    configure(TWO_OF_MANGO);

    assertThat(console.run("exchanges", "asterisk")).isEqualTo(OK);

    String address = "http://127.0.0.1:8123/notify/token-from-environment";
    assertThat(console.out())
        .contains("  " + address + "\n", "url = \"" + address + "\"")
        .doesNotContain("TOKEN");
    assertThat(console.err()).isEmpty();
  }

  @Test
  void of_several_sources_one_must_be_named_and_the_token_added_last_is_filled_in()
      throws IOException {
    configure(TWO_OF_MANGO);

    console.run("exchanges", "mango");
    assertThat(console.out())
        .contains("/notify/TOKEN\n")
        .contains("TOKEN stands for a token of the source; --source fills it in for one of")
        .contains("moscow, kazan")
        .doesNotContain("token-of");
    console.run("exchanges", "mango", "--source", "moscow");
    assertThat(console.out())
        .contains("  http://127.0.0.1:8123/notify/new-token-of-moscow\n")
        .doesNotContain("TOKEN", "old-token");
    assertThat(console.run("exchanges", "--source", "kazan")).isEqualTo(OK);
    assertThat(console.out()).startsWith("Mango Office (mango)").contains("token-of-kazan-1234");
  }

  @Test
  void a_generated_token_is_not_shown_but_the_file_that_has_it() throws IOException {
    configure(TWO_OF_MANGO);

    assertThat(console.run("exchanges", "sipsim")).isEqualTo(OK);

    assertThat(console.out())
        .contains("/notify/TOKEN\n")
        .contains("TOKEN stands for the token in " + folder.resolve("data/main.token"));
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void a_source_that_is_unknown_or_of_another_exchange_is_refused() throws IOException {
    configure(TWO_OF_MANGO);

    assertThat(console.run("exchanges", "mango", "--source", "mosco")).isEqualTo(SOFTWARE);
    assertThat(console.err())
        .isEqualTo(
            "cannot find the source: it must be one of main, moscow, kazan, pbx (was mosco);"
                + " did you mean moscow?\n");
    assertThat(console.run("exchanges", "mango", "--source", "pbx")).isEqualTo(SOFTWARE);
    assertThat(console.err())
        .isEqualTo(
            "cannot fill in the token: source pbx must have the exchange mango (was asterisk)\n");
  }

  @Test
  void a_file_with_faults_is_no_obstacle_unless_its_token_is_asked_for() throws IOException {
    configure(TWO_OF_MANGO.replace("8123", "no-port"));

    assertThat(console.run("exchanges", "mango")).isEqualTo(OK);
    assertThat(console.out()).contains("  http://127.0.0.1:8080/notify/TOKEN\n");
    assertThat(console.err())
        .contains(folder.resolve("calltally.yaml") + " cannot be read", "calltally check");
    assertThat(console.run("exchanges", "mango", "--source", "moscow")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("http.port: must be a port").doesNotContain("token-of");
  }

  @Test
  void an_address_of_ipv6_stands_in_brackets() throws IOException {
    configure(TWO_OF_MANGO.replace("port: 8123", "host: \"::1\""));

    console.run("exchanges", "mango", "--source", "kazan");

    assertThat(console.out()).contains("  http://[::1]:8080/notify/token-of-kazan-1234\n");
  }

  private void configure(String yaml) throws IOException {
    Files.writeString(folder.resolve("calltally.yaml"), yaml);
  }
}
