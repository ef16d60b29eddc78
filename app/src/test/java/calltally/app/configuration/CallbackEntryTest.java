package calltally.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calltally.app.terminal.Texts;
import calltally.reporting.handover.CallerReceivers.Chat;
import calltally.reporting.handover.CallerReceivers.Hook;
import calltally.reporting.handover.Responsibles;
import calltally.reporting.handover.TaskReceiver;
import calltally.reporting.handover.TelegramBot;
import calltally.reporting.handover.bitrix24.Bitrix24;
import calltally.reporting.handover.bitrix24.Kind;
import calltally.reporting.http.SignedWebhook;
import calltally.sql.settings.CallbackRule;
import calltally.sql.settings.CallbackRules;
import calltally.sql.settings.CallbackTime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Deadlines for call-backs, and who is notified. */
final class CallbackEntryTest {

  private static final String MAIL =
      "mail: {host: mx.example.com, from: reports@example.com, allowed_domains: [example.com]}\n";

  @TempDir private Path folder;

  @Test
  void every_key_is_read_and_those_of_lines_and_departments_stand_alone() throws IOException {
    Configuration configuration =
        read(
            MAIL
                + """
                sources:
                  - name: main
                    zone: Europe/Minsk
                    region: BY
                    callback:
                      deadline: 30min
                      within: working_hours
                      to: [Boss <boss@example.com>]
                      mask_numbers: true
                      lines: {"+375 29 000-00-02": {deadline: 10min, within: always}}
                      departments: {Sales: {to: [], mask_numbers: false}}
                """);

    assertThat(configuration.isWatchingCallers()).isTrue();
    assertThat(configuration.sources().get(0).callbacks())
        .isEqualTo(
            new CallbackRules(
                new CallbackRule(
                    Duration.ofMinutes(30),
                    CallbackTime.WORKING_HOURS,
                    List.of("boss@example.com"),
                    true),
                Map.of("Sales", new CallbackRule(null, null, List.of(), false)),
                Map.of(
                    "+375290000002",
                    new CallbackRule(Duration.ofMinutes(10), CallbackTime.ALWAYS, null, null))));
  }

  @Test
  void telegram_and_programs_are_read_with_their_defaults() throws IOException {
    Configuration configuration =
        read(
            """
            telegram: {token: "1:${KEY}", chat: -100123}
            handover: [{name: hooks, to: webhook, url: "https://hooks.example.com/in"}]
            """);

    assertThat(configuration.callers().chat())
        .isEqualTo(
            new Chat(
                new TelegramBot(
                    URI.create("https://api.telegram.org"), "1:a-key-of-a-bot", "-100123"),
                true));
    assertThat(configuration.callers().hooks())
        .containsExactly(
            new Hook(
                "hooks",
                "main",
                SignedWebhook.of(URI.create("https://hooks.example.com/in"), null),
                Duration.ofMinutes(5),
                false));
    assertThat(configuration.watch()).isNotNull();
    assertThat(configuration.toString()).doesNotContain("a-key");
  }

  @Test
  void a_portal_of_bitrix24_is_read_and_its_code_is_not_shown() throws IOException {
    Configuration configuration =
        read(
            """
            handover:
              - {name: b24, to: bitrix24, url: "https://portal.example.com/rest/1/c0de", after: 10min, as: task, mask_numbers: true, responsible: {Anna Sokolova: 7, default: 1}}
              - {name: todo, to: bitrix24, url: "https://portal.example.com/rest/1/c0de/", responsible: {default: 1}}
            """);

    assertThat(configuration.isWatchingCallers()).isTrue();
    assertThat(configuration.callers().crms())
        .containsExactly(
            new TaskReceiver(
                "b24",
                "main",
                Bitrix24.of(URI.create("https://portal.example.com/rest/1/c0de/"), Kind.TASK),
                Duration.ofMinutes(10),
                true,
                new Responsibles(Map.of("Anna Sokolova", 7), 1)),
            new TaskReceiver(
                "todo",
                "main",
                Bitrix24.of(URI.create("https://portal.example.com/rest/1/c0de/"), Kind.TODO),
                Duration.ofMinutes(5),
                false,
                new Responsibles(Map.of(), 1)));
    assertThat(configuration.toString()).doesNotContain("c0de");
  }

  @Test
  void problems_of_a_portal_do_not_show_its_code() {
    assertThat(
            problems(
                """
                handover:
                  - {name: a, to: bitrix24, url: "https://b.example.com/rest/1/c0de/profile.json", as: deal, secret: c0de, responsible: {Anna: me}}
                  - {name: b, to: bitrix24, url: "http://b.example.com/rest/1/c0de/", mask_numbers: true}
                """))
        .containsExactlyInAnyOrder(
            "handover[0].secret: unknown key; known keys are name, to, url, source, after, as, responsible, mask_numbers",
            "handover[0].url: must be the address of an incoming webhook of Bitrix24, such as https://portal.example.com/rest/1/code/",
            "handover[0].as: must be one of todo, task (was deal)",
            "handover[0].responsible.Anna: must be the number of a user in the CRM, such as 7 (was me)",
            "handover[0].responsible.default: missing value",
            "handover[1].url: must be the address of an incoming webhook of Bitrix24, such as https://portal.example.com/rest/1/code/",
            "handover[1].responsible.default: missing value",
            "handover[1].mask_numbers: must be false with as: todo, which belongs to the customer with the number; as: task does not");
  }

  @Test
  void without_the_keys_nobody_is_watched() throws IOException {
    assertThat(read("company: {name: Romashka}\n").isWatchingCallers()).isFalse();
  }

  @Test
  void all_problems_of_deadlines_are_named_at_once() {
    assertThat(
            problems(
                MAIL
                    + """
                    sources:
                      - name: main
                        zone: UTC
                        callback_window: 1d
                        callback:
                          deadline: 59s
                          within: night
                          to: [boss@elsewhere.example, nobody]
                          lines: {Sales: {}, "101": {deadline: 25h}, " 101": {}, "102": {line: 1}}
                          departments: {Sales: {to: [a@elsewhere.example]}}
                      - {name: other, zone: UTC, callback: {to: [boss@example.com]}}
                    """))
        .contains(
            "sources[0].callback.deadline: must be from 1min to callback_window",
            "sources[0].callback.within: must be one of working_hours, always (was night)",
            "sources[0].callback.lines.101.deadline: must be from 1min to callback_window",
            "sources[0].callback.lines.102.line: unknown key; known keys are deadline, within, to, mask_numbers; did you mean deadline?",
            "sources[0].callback.to: the domain must be one of mail.allowed_domains (was boss@elsewhere.example)",
            "sources[0].callback.departments.Sales.to: the domain must be one of mail.allowed_domains (was a@elsewhere.example)",
            "sources[1].callback.deadline: missing value")
        .anyMatch(problem -> problem.startsWith("sources[0].callback.to[1]: "))
        .anyMatch(problem -> problem.startsWith("sources[0].callback.lines.Sales: "))
        .anyMatch(problem -> problem.startsWith("sources[0].callback.lines. 101: "));
  }

  @Test
  void a_recipient_needs_a_mail_server() {
    assertThat(
            problems(
                "sources: [{name: a, zone: UTC, callback: {deadline: 30min, to: [b@example.com]}}]"))
        .containsExactly("sources[0].callback.to: needs a mail server: the key mail");
  }

  @Test
  void problems_of_telegram_and_programs_name_no_secret() {
    assertThat(
            problems(
                """
                telegram: {token: "a secret", chat: me, url: "http://api.example.com"}
                handover:
                  - {name: a, to: fax, url: "http://secret.example.com", secret: short}
                  - {name: b, to: webhook, url: "https://a.example.com", source: mian}
                  - {name: b, to: webhook, url: "https://b.example.com", after: soon}
                """))
        .containsExactlyInAnyOrder(
            "telegram.token: must be the token of a Telegram bot",
            "telegram.chat: must be the number of a Telegram chat, such as -100123, or the name of a channel, such as @calls (was me)",
            "telegram.url: must be an address that starts with https://, or with http:// on this machine (was http://api.example.com)",
            "handover[0].to: must be one of webhook, bitrix24 (was fax)",
            "handover[0].url: must be an address that starts with https://, or with http:// on this machine",
            "handover[0].secret: must be a text of 8 to 500 characters",
            "handover[1].source: must be the name of a source (was mian); did you mean main?",
            "handover[2].name: there is another entry of this name (was b)",
            "handover[2].after: must be a time span, such as 20s, 5min, 4h or 7d (was soon)");
  }

  private Configuration read(String text) throws IOException {
    return new ConfigurationFile(Map.of("KEY", "a-key-of-a-bot"), ZoneOffset.UTC)
        .read(Files.writeString(folder.resolve("calltally.yaml"), text));
  }

  private List<String> problems(String text) {
    return catchThrowableOfType(InvalidConfigurationException.class, () -> read(text))
        .problems()
        .stream()
        .map(Texts.ENGLISH::text)
        .toList();
  }
}
