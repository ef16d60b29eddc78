package calltally.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.reporting.report.CustomerNumbers;
import calltally.web.user.Role;
import calltally.web.user.User;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page and its users in the configuration. */
final class UserEntriesTest {

  private static final String HASH =
      "password_hash: \"pbkdf2-sha256:600000:AAAAAAAAAAAAAAAAAAAAAA:%s\"".formatted("A".repeat(43));

  @TempDir private Path folder;

  @Test
  void a_user_sees_the_only_source_and_what_their_role_says() throws IOException {
    Configuration read =
        read(
            """
            web: {port: 9000}
            users:
              - {name: boss, %1$s, role: all, lang: ru}
              - {name: sales, %1$s, role: department, department: Sales}
              - {name: support, %1$s, role: department, department: Support, mask_numbers: false}
              - {name: anna, %1$s, role: manager, manager: Anna Sokolova}
            """
                .formatted(HASH));

    assertThat(read.web()).isNotNull();
    assertThat(read.users())
        .extracting(User::role)
        .containsExactly(Role.ALL, Role.DEPARTMENT, Role.DEPARTMENT, Role.MANAGER);
    assertThat(read.users())
        .extracting(User::numbers)
        .containsExactly(
            CustomerNumbers.SHOWN,
            CustomerNumbers.MASKED,
            CustomerNumbers.SHOWN,
            CustomerNumbers.MASKED);
    assertThat(read.users()).allSatisfy(user -> assertThat(user.sources()).containsExactly("main"));
    assertThat(read.users().get(0).language()).isEqualTo(Locale.forLanguageTag("ru"));
    assertThat(read.users().get(3).manager()).isEqualTo("Anna Sokolova");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "role: department | users[0].department: missing value",
        "role: manager | users[0].manager: missing value",
        "role: all, manager: Anna | users[0].manager: a user of role all must have none",
        "role: boss | users[0].role: must be one of all, department, manager (was boss)",
        "role: manager, manager: Anna, mask_numbers: false | users[0].mask_numbers: a manager",
        "role: all, sources: [other] | users[0].sources: must be a list of sources: main",
      })
  void a_user_that_makes_no_sense_is_refused(String keys, String problem) {
    assertThatThrownBy(() -> read("users: [{name: boss, %s, %s}]\n".formatted(HASH, keys)))
        .hasMessageContaining(problem);
  }

  @Test
  void a_password_hash_is_what_the_program_has_made_and_is_not_repeated() {
    assertThatThrownBy(() -> read("users: [{name: boss, password_hash: qwerty, role: all}]\n"))
        .hasMessageContaining("users[0].password_hash: must be what calltally user add prints")
        .hasMessageNotContaining("qwerty");
  }

  @Test
  void a_name_belongs_to_one_user() {
    String user = "{name: boss, %s, role: all}".formatted(HASH);

    assertThatThrownBy(() -> read("users: [%s, %s]\n".formatted(user, user)))
        .hasMessageContaining("users[1].name: is a user already: boss");
  }

  @Test
  void the_page_has_a_user_and_listens_to_others_through_a_proxy_only() {
    assertThatThrownBy(() -> read("web: {}\n")).hasMessageContaining("users: must have a user");
    assertThatThrownBy(
            () ->
                read(
                    "web: {host: 0.0.0.0}\nusers: [{name: boss, %s, role: all}]\n".formatted(HASH)))
        .hasMessageContaining("web.host: must be 127.0.0.1 unless web.trusted_proxies");
  }

  @ParameterizedTest
  @CsvSource({
    "https://calls.example.com, true",
    "http://127.0.0.1:8081/, true",
    "calls.example.com, false",
    "https://calls.example.com/today, false",
    "javascript:alert(1), false",
  })
  void letters_link_to_an_address_without_a_path(String url, boolean isRight) throws IOException {
    String text = "web: {url: \"%s\"}\nusers: [{name: boss, %s, role: all}]\n".formatted(url, HASH);

    if (isRight) {
      assertThat(read(text).web()).hasFieldOrPropertyWithValue("url", URI.create(url));
    } else {
      assertThatThrownBy(() -> read(text)).hasMessageContaining("web.url: must be the address");
    }
  }

  private Configuration read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("calltally.yaml"), text);
    return new ConfigurationFile(Map.of(), ZoneOffset.UTC).read(file);
  }
}
