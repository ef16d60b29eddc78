package calltally.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calltally.app.terminal.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigurationProblemsTest {

  @TempDir private Path folder;

  private final ConfigurationFile reader =
      new ConfigurationFile(
          Map.of("TOKEN", "a-token-of-twenty-two", "EMPTY", ""), ZoneId.of("Europe/Minsk"));

  @Test
  void secrets_that_an_exchange_does_not_sign_with_are_refused() {
    assertThat(
            problems(
                """
                sources:
                  - {name: main, exchange: mango, zone: Europe/Moscow, region: RU, signing_secrets: [first-secret]}
                """))
        .containsExactly(
            "sources[0].signing_secrets: exchange mango does not sign with these: give its own proof in secrets");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "mango | {api_key: hidden-1} | secrets.salt: missing value",
        "mango | {api_key: hidden-1, salt: } | secrets.salt: must be a text of 1 to 500 characters",
        "mango | {api_key: hidden-1, salt: ''} | secrets.salt: must be a text of 1 to 500 characters",
        "mango | {api_key: hidden-1, salt: ' '} | secrets.salt: must be a text of 1 to 500 characters",
        "mango | {api_key: hidden-1, salt: [hidden-2]} | secrets.salt: must be a text of 1 to 500 characters",
        "mango | {api_key: hidden-1, salt: '${EMPTY}'} | secrets.salt: must be a text of 1 to 500 characters",
        "mango | {api_key: hidden-1, salt: '${MANGO_SALT}'} | secrets.salt: environment variable not set: MANGO_SALT",
        "mango | {api_key: hidden-1, salt: hidden-2, sallt: hidden-3} | secrets.sallt: unknown key; known keys are api_key, salt; did you mean salt?",
        "mango | hidden-1 | secrets: must be a mapping of keys to values",
        "mango | {} | secrets.api_key: missing value; secrets.salt: missing value",
        "sipsim | {secret: hidden-1} | secrets: exchange sipsim has no secrets of this kind",
        "uis | {salt: hidden-1} | secrets: exchange uis has no secrets of this kind"
      })
  void faults_in_secrets_name_field_and_rule_but_not_the_secret(
      String exchange, String secrets, String expected) {
    List<String> problems =
        problems(
            "sources: [{name: main, zone: UTC, exchange: %s, secrets: %s}]\n"
                .formatted(exchange, secrets));

    assertThat(problems)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(expected.split("; (?=secrets)")).map("sources[0]."::concat).toList())
        .allMatch(problem -> !problem.contains("hidden"));
  }

  @ParameterizedTest
  @CsvSource({"sipsim", "uis", "asterisk"})
  void an_exchange_without_secrets_may_say_so(String exchange) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("calltally.yaml"),
            "sources: [{name: main, zone: UTC, exchange: %s, secrets: {}}]".formatted(exchange));

    assertThat(reader.read(file).sources().get(0).access().secrets().isEmpty()).isTrue();
  }

  @Test
  void all_problems_are_named_at_once_with_their_paths() {
    assertThat(
            problems(
                """
                compny: {name: Romashka}
                http: {port: 65536, requests_per_second: 1999}
                spool: {size: 5kB}
                database: {user: calltally}
                sources:
                  - name: main
                    zone: Europe/Minks
                    region: Belarus
                    tokens: [short, "${NOT_SET}"]
                    signing_secrets: [short]
                    allow: [example.com]
                    working_hours: {mon-fri: ["09:00-13:00", "12:59-18:00"], mond: [], sun: ["9-18"]}
                    holidays: [25.12.2026]
                    targets: {answer_rate: 90 %, service_level: 1.01, service_level_threshold: 20}
                  - name: main
                directory: {managers: [{name: Anna Sokolova}], lines: [Sales]}
                subscriptions:
                  - {report: daily, source: other, at: every morning, to: [boss], formats: [doc]}
                mail: {host: smtp.example.com}
                """))
        .containsExactlyInAnyOrder(
            "compny: unknown key; known keys are company, data, http, database, spool, refresh, sources, directory, subscriptions, mail, archive, watch, web, users, telegram, handover; did you mean company?",
            "http.port: must be a port from 0 to 65535 (was 65536)",
            "http.requests_per_second: must be a number of requests from 2000 to 1000000 (was 1999)",
            "spool.size: must be a size of at least 1MiB, such as 512MiB or 1GiB (was 5kB)",
            "database.url: missing value",
            "sources[0].zone: must be an IANA time zone, such as Europe/Minsk (was Europe/Minks)",
            "sources[0].region: must be a country of two letters, such as BY (was Belarus)",
            "sources[0].tokens[0]: must be 16 to 200 letters, digits, - and _",
            "sources[0].tokens[1]: environment variable not set: NOT_SET",
            "sources[0].signing_secrets[0]: must be a text of 8 to 500 characters",
            "sources[0].allow[0]: must be an address or a network, such as 203.0.113.0/24 (was example.com)",
            "sources[0].working_hours: shifts must not overlap",
            "sources[0].working_hours.mond: unknown days; known are mon, tue, wed, thu, fri, sat, sun and ranges such as mon-fri",
            "sources[0].working_hours.sun[0]: must be a shift, such as 09:00-18:00 (was 9-18)",
            "sources[0].holidays[0]: must be a date, such as 2026-12-25 (was 25.12.2026)",
            "sources[0].targets.answer_rate: must be a share from 0 to 1, such as 0.90 (was 90 %)",
            "sources[0].targets.service_level: must be a share from 0 to 1, such as 0.90 (was 1.01)",
            "sources[0].targets.service_level_threshold: must be a time span, such as 20s, 5min, 4h or 7d (was 20)",
            "sources[1].name: must be a name that no other source has (was main)",
            "sources[1].zone: missing value",
            "directory.managers[0].numbers: missing value",
            "directory.lines[0]: must be a mapping of keys to values",
            "directory.lines[0].number: missing value",
            "directory.lines[0].name: missing value",
            "subscriptions[0].source: must be the name of a source (was other)",
            "subscriptions[0].at: must be days and a time, such as weekdays 08:00, weekly mon 08:00 or monthly 1 08:00 (was every morning)",
            "subscriptions[0].to[0]: must be a mail address (was boss)",
            "subscriptions[0].formats[0]: must be one of pdf, xlsx, csv, json (was doc)",
            "mail.from: missing value");
  }

  @Test
  void a_file_beyond_3_mib_is_refused_and_a_long_value_is_not_printed_whole() {
    assertThat(problems("company: {name: " + "x".repeat(30 << 20) + "}"))
        .containsExactly("the file must have at most 3 MiB");
    assertThat(problems("http: {port: " + "x".repeat(1 << 20) + "}"))
        .containsExactly(
            "http.port: must be a port from 0 to 65535 (was " + "x".repeat(200) + "…)");
  }

  @Test
  void subscriptions_that_cannot_be_served_are_refused() {
    assertThat(
            problems(
                """
                subscriptions:
                  - {report: daily, at: "daily 08:00", to: [a@example.com]}
                  - {report: daily, at: "weekly mon 08:00", to: [b@example.com]}
                  - {name: Boss, report: daily, at: "daily 08:00", to: [boss@example.org]}
                  - {report: manager, at: "monthly 1 08:00", to: [a@example.com]}
                  - {report: weekly, for_each: manager, at: "weekly mon 08:00", to: [a@example.com]}
                  - {report: missed, to_each: {Anna: [anna@example.com]}, at: "daily 24:00"}
                  - {report: yearly, at: "monthly 32 08:00"}
                mail: {host: mx, user: u, from: x@example.com, tls: none, allowed_domains: [example.com, .com], unsubscribe: "http://example.com"}
                archive: {keep_months: 0}
                refresh: {slices: 0}
                """))
        .containsExactlyInAnyOrder(
            "subscriptions[1].name: must be a name of its own, because all other keys are the same as in subscriptions[0]",
            "subscriptions[2].to[0]: the domain must be one of mail.allowed_domains (was boss@example.org)",
            "subscriptions[3].report: a manager report needs either manager: or for_each: manager",
            "subscriptions[4].report: must be manager or missed to be about a manager (was weekly)",
            "subscriptions[5].for_each: missing value",
            "subscriptions[5].at: must be days and a time, such as weekdays 08:00, weekly mon 08:00 or monthly 1 08:00 (was daily 24:00)",
            "subscriptions[6].report: must be one of daily, weekly, monthly, manager, missed (was yearly)",
            "subscriptions[6].at: must be days and a time, such as weekdays 08:00, weekly mon 08:00 or monthly 1 08:00 (was monthly 32 08:00)",
            "subscriptions[6].to: missing value",
            "subscriptions[6].name: must be a name of its own, because all other keys are the same as in subscriptions[0]",
            "mail.password: missing value",
            "mail.tls: must not be none with a password, which is never sent unencrypted; use starttls or tls",
            "mail.allowed_domains[1]: must be a domain, such as example.com (was .com)",
            "mail.unsubscribe: must be an address that starts with mailto: or https: (was http://example.com)",
            "archive.keep_months: must be 1 to 1200 months (was 0)",
            "refresh.slices: must be a number of slices from 1 to 64 (was 0)");
  }

  @ParameterizedTest
  @CsvSource({
    "connections, 0, must be a number of connections from 1 to 64 (was 0)",
    "connections, 65, must be a number of connections from 1 to 64 (was 65)",
    "connections, four, must be a number of connections from 1 to 64 (was four)",
    "hello, calltally_1, 'must be a domain or an address in brackets, such as calltally.example.com or [192.0.2.1] (was calltally_1)'",
    "hello, 192.0.2.1%0D%0ARSET, 'must be a domain or an address in brackets, such as calltally.example.com or [192.0.2.1] (was 192.0.2.1%0D%0ARSET)'"
  })
  void the_greeting_and_the_connections_of_a_mail_server_are_checked(
      String key, String value, String problem) {
    assertThat(
            problems("mail: {host: mx, from: x@example.com, %s: \"%s\"}\n".formatted(key, value)))
        .containsExactly("mail.%s: %s".formatted(key, problem));
  }

  @Test
  void the_directory_is_checked_as_a_whole() {
    assertThat(
            problems(
                """
                sources: [{name: main, zone: UTC, region: BY}, {name: b, zone: UTC}]
                directory:
                  managers:
                    - {name: Anna Sokolova, department: Sales, numbers: ["+375290000011", 101]}
                    - {name: Olga Tsareva, numbers: ["8 029 000-00-11"], source: main}
                    - {name: Anna Sokolova, numbers: [103], from: 2026-11-02, to: 2026-11-01, source: c}
                    - {name: Anna Sokolova, numbers: [103]}
                    - {name: Boris Orlov, numbers: [3.75E+11], from: tomorrow}
                    - {name: Boris Orlov, numbers: [3.75E+11, anonymous]}
                  lines: [{number: "101", name: Sales}, {number: "101", name: Help, to: 2026-11-01}]
                """))
        .containsExactly(
            "directory.managers[4].from: must be a date, such as 2026-12-25 (was tomorrow)",
            "directory.managers[1].numbers: a number must belong to one manager a day (+375290000011 is Anna Sokolova's in directory.managers[0])",
            "directory.managers[2].to: must not be before from, 2026-11-02 (was 2026-11-01)",
            "directory.managers[2].source: must be the name of a source (was c)",
            "directory.managers[3].department: a manager must have one department a day (was none, and Sales in directory.managers[0])",
            "directory.managers[4].numbers: must not be rounded by a spreadsheet (was 3.75E+11); format the column as text",
            "directory.managers[5].numbers: must not be rounded by a spreadsheet (was 3.75E+11); format the column as text",
            "directory.managers[5].numbers: must be a telephone number or an extension (was anonymous)",
            "directory.lines[1].number: a number must belong to one line a day (101 is Sales's in directory.lines[0])");
  }

  @Test
  void lines_may_have_hours_of_their_own() {
    assertThat(
            problems(
                """
                sources:
                  - name: a
                    zone: UTC
                    region: BY
                    line_hours:
                      "+375290000001": {mon: ["00:00-24:00", "23:59-00:30"]}
                      "8 029 000-00-01": {sun: ["09:00-18:00"]}
                      "+375290000002": {}
                      hotline: {sun: ["9-18"]}
                """))
        .containsExactly(
            "sources[0].line_hours.+375290000001: shifts must not overlap",
            "sources[0].line_hours.8 029 000-00-01: a line must appear once (was +375290000001 twice)",
            "sources[0].line_hours.+375290000002: must have at least one shift; leave out a line without hours of its own",
            "sources[0].line_hours.hotline.sun[0]: must be a shift, such as 09:00-18:00 (was 9-18)",
            "sources[0].line_hours.hotline: must have at least one shift; leave out a line without hours of its own",
            "sources[0].line_hours.hotline: the line must be a telephone number (was hotline)");
  }

  @Test
  void a_token_belongs_to_one_source() {
    assertThat(
            problems(
                """
                sources:
                  - {name: a, zone: UTC, tokens: [a-token-of-twenty-two]}
                  - {name: b, zone: UTC, tokens: ["${TOKEN}"]}
                """))
        .containsExactly(
            "sources[1].tokens: must be tokens that no other source has, each named once");
  }

  @Test
  void a_night_shift_of_sunday_must_not_reach_into_a_shift_of_monday() {
    assertThat(
            problems(
                """
                sources:
                  - {name: a, zone: UTC, working_hours: {sun: ["22:00-06:01"], mon: ["06:00-07:00"]}}
                """))
        .containsExactly("sources[0].working_hours: shifts must not overlap");
  }

  @Test
  void invalid_yaml_is_refused_with_line_and_column() {
    assertThat(problems("http: {port: 8080\nsources: []\n"))
        .singleElement()
        .asString()
        .isEqualTo(
            "line 2, column 8: before this place a comma is missing, or the closing brace of a list"
                + " of keys");
  }

  @Test
  void a_key_that_appears_twice_is_refused() {
    assertThat(problems("data: a\ndata: b\n"))
        .singleElement()
        .asString()
        .endsWith("the key data appears twice");
  }

  private List<String> problems(String text) {
    return catchThrowableOfType(
            InvalidConfigurationException.class,
            () -> reader.read(Files.writeString(folder.resolve("calltally.yaml"), text)))
        .problems()
        .stream()
        .map(Texts.ENGLISH::text)
        .toList();
  }
}
