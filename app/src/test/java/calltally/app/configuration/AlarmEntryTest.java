package calltally.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calltally.app.terminal.Texts;
import calltally.reporting.alarm.AlarmThresholds;
import calltally.reporting.alarm.MailChannel;
import calltally.reporting.alarm.WebhookChannel;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailEncryption;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.MailTimeouts;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AlarmEntryTest {

  private static final String MAIL =
      "mail: {host: mx.example.com, from: reports@example.com, allowed_domains: [example.com]}\n";

  @TempDir private Path folder;

  @Test
  void without_the_key_there_is_no_watch() throws IOException {
    assertThat(read("company: {name: Romashka}\n")).isNull();
  }

  @Test
  void every_key_is_read() throws IOException {
    AlarmEntry watch =
        read(
            MAIL
                + """
                watch:
                  to: [admin@example.com]
                  webhooks: [{url: "https://hooks.example.com/alarms?key=${KEY}", secret: "${KEY}-signs"}]
                  lang: ru
                  missed_rate: 0.3
                  missed_rate_calls: 20
                  refresh_lag: 10min
                  handover_late: 30min
                """);

    MailServer server =
        new MailServer(
            "mx.example.com",
            587,
            null,
            MailEncryption.STARTTLS,
            MailTimeouts.DEFAULT,
            "example.com");
    assertThat(watch)
        .isEqualTo(
            new AlarmEntry(
                List.of(
                    new MailChannel(
                        server,
                        new MailAddress("reports@example.com", null),
                        new MailAddress("admin@example.com", null)),
                    WebhookChannel.of(
                        URI.create("https://hooks.example.com/alarms?key=k-of-a-hook"),
                        "k-of-a-hook-signs")),
                Locale.forLanguageTag("ru"),
                new AlarmThresholds(
                    new BigDecimal("0.3"), 20, Duration.ofMinutes(10), Duration.ofMinutes(30))));
  }

  @Test
  void missing_keys_have_defaults() throws IOException {
    AlarmEntry watch = read("watch: {webhooks: [{url: \"http://127.0.0.1:8000\"}]}\n");

    assertThat(watch)
        .isEqualTo(
            new AlarmEntry(
                List.of(WebhookChannel.of(URI.create("http://127.0.0.1:8000"), null)),
                Locale.ENGLISH,
                AlarmThresholds.DEFAULT));
  }

  @Test
  void all_problems_are_named_at_once_without_addresses_of_webhooks() {
    assertThat(
            problems(
                MAIL
                    + """
                    watch:
                      to: [admin@elsewhere.example]
                      webhooks: [{url: "ftp://secret.example.com"}, {secret: short, port: 1}]
                      lang: de
                      missed_rate: 2
                      missed_rate_calls: 0
                      refresh_lag: 59s
                      quiet: 1
                    """))
        .containsExactlyInAnyOrder(
            "watch.quiet: unknown key; known keys are to, webhooks, lang, missed_rate, missed_rate_calls, refresh_lag, handover_late",
            "watch.to: the domain must be one of mail.allowed_domains (was admin@elsewhere.example)",
            "watch.webhooks[0].url: must be an address that starts with https://, or with http:// on this machine",
            "watch.webhooks[1].port: unknown key; known keys are url, secret",
            "watch.webhooks[1].url: missing value",
            "watch.webhooks[1].secret: must be a text of 8 to 500 characters",
            "watch.lang: must be one of en, ru (was de)",
            "watch.missed_rate: must be a share from 0 to 1, such as 0.90 (was 2)",
            "watch.missed_rate_calls: must be a number of calls from 1 to 10000 (was 0)",
            "watch.refresh_lag: must be at least 1min");
  }

  @Test
  void a_watch_needs_a_receiver_and_mail_needs_a_server() {
    assertThat(problems("watch: {lang: en}\n"))
        .containsExactly("watch: needs a receiver: to, webhooks, or the key telegram");
    assertThat(problems("watch: {to: [admin@example.com]}\n"))
        .containsExactly("watch.to: needs a mail server: the key mail");
  }

  private @Nullable AlarmEntry read(String text) throws IOException {
    return new ConfigurationFile(Map.of("KEY", "k-of-a-hook"), ZoneOffset.UTC)
        .read(Files.writeString(folder.resolve("calltally.yaml"), text))
        .watch();
  }

  private List<String> problems(String text) {
    return catchThrowableOfType(InvalidConfigurationException.class, () -> read(text))
        .problems()
        .stream()
        .map(Texts.ENGLISH::text)
        .toList();
  }
}
