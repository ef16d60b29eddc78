package calltally.app.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

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
  void without_the_key_nobody_is_told() throws IOException {
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
                """);

    MailServer server =
        new MailServer("mx.example.com", 587, null, MailEncryption.STARTTLS, MailTimeouts.USUAL);
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
                new AlarmThresholds(new BigDecimal("0.3"), 20, Duration.ofMinutes(10))));
  }

  @Test
  void what_is_left_out_has_a_default() throws IOException {
    AlarmEntry watch = read("watch: {webhooks: [{url: \"http://hooks.example.com\"}]}\n");

    assertThat(watch)
        .isEqualTo(
            new AlarmEntry(
                List.of(WebhookChannel.of(URI.create("http://hooks.example.com"), null)),
                Locale.ENGLISH,
                new AlarmThresholds(new BigDecimal("0.5"), 10, Duration.ofMinutes(5))));
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_and_no_address_of_a_webhook() {
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
            "watch.quiet: unknown key, known are to, webhooks, lang, missed_rate, missed_rate_calls, refresh_lag",
            "watch.to: its domain has to be allowed, was elsewhere.example",
            "watch.webhooks[0].url: it has to be an address that starts with https:// or http://",
            "watch.webhooks[1].port: unknown key, known are url, secret",
            "watch.webhooks[1].url: a value is missing",
            "watch.webhooks[1].secret: it has to be a text of 8 to 500 characters",
            "watch.lang: it has to be one of en, ru, was de",
            "watch.missed_rate: it has to be a share from 0 to 1, such as 0.90, was 2",
            "watch.missed_rate_calls: it has to be a number of calls from 1 to 10000, was 0",
            "watch.refresh_lag: it has to be at least 1min");
  }

  @Test
  void somebody_has_to_be_told_and_mail_needs_a_server() {
    assertThat(problems("watch: {lang: en}\n"))
        .containsExactly("watch: somebody has to be told: by to, by webhooks or both");
    assertThat(problems("watch: {to: [admin@example.com]}\n"))
        .containsExactly("watch.to: mail has to say through which server");
  }

  private @Nullable AlarmEntry read(String text) throws IOException {
    return new ConfigurationFile(Map.of("KEY", "k-of-a-hook"), ZoneOffset.UTC)
        .read(Files.writeString(folder.resolve("calltally.yaml"), text))
        .watch();
  }

  private List<String> problems(String text) {
    return catchThrowableOfType(InvalidConfigurationException.class, () -> read(text)).problems();
  }
}
