package calltally.app.configuration;

import calltally.app.terminal.Message;
import calltally.reporting.alarm.AlarmChannel;
import calltally.reporting.alarm.AlarmThresholds;
import calltally.reporting.alarm.MailChannel;
import calltally.reporting.alarm.TelegramChannel;
import calltally.reporting.alarm.WebhookChannel;
import calltally.reporting.handover.CallerReceivers.Chat;
import calltally.reporting.mail.MailAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is notified when something goes wrong.
 *
 * @param receivers mailboxes, webhooks and a chat, at least one
 * @param language of the letters
 */
public record AlarmEntry(List<AlarmChannel> receivers, Locale language, AlarmThresholds rules) {

  private static final Duration LEAST = Duration.ofMinutes(1);

  public AlarmEntry {
    receivers = List.copyOf(receivers);
  }

  static AlarmEntry from(YamlValue entry, @Nullable MailEntry mail, @Nullable Chat telegram) {
    YamlValue watch =
        entry.mapping(
            "to",
            "webhooks",
            "lang",
            "missed_rate",
            "missed_rate_calls",
            "refresh_lag",
            "handover_late");
    List<MailAddress> to = watch.get("to").all(ValueRule.ADDRESS);
    List<YamlValue> webhooks = watch.get("webhooks").items();
    if (to.isEmpty() && webhooks.isEmpty() && telegram == null) {
      watch.refuse(Message.of("configuration.watch.receivers"));
    }
    return new AlarmEntry(
        Stream.of(mailboxes(watch.get("to"), to, mail), webhooks(webhooks), chat(telegram))
            .flatMap(receivers -> receivers)
            .toList(),
        Locale.forLanguageTag(watch.get("lang").or(ValueRule.anyOf("en", "ru"), "en")),
        rules(watch));
  }

  private static Stream<AlarmChannel> mailboxes(
      YamlValue entry, List<MailAddress> to, @Nullable MailEntry mail) {
    if (mail == null) {
      if (!to.isEmpty()) {
        entry.refuse(Message.of("configuration.watch.mail"));
      }
      return Stream.empty();
    }
    to.stream()
        .filter(address -> !mail.allows(address))
        .forEach(address -> entry.refuse(Message.of("configuration.domain", address.toString())));
    return to.stream().map(address -> new MailChannel(mail.server(), mail.from(), address));
  }

  private static Stream<AlarmChannel> chat(@Nullable Chat telegram) {
    return Stream.ofNullable(telegram).map(chat -> new TelegramChannel(chat.bot()));
  }

  private static Stream<AlarmChannel> webhooks(List<YamlValue> entries) {
    return entries.stream().map(AlarmEntry::webhook).filter(Objects::nonNull);
  }

  private static @Nullable AlarmChannel webhook(YamlValue entry) {
    YamlValue webhook = entry.mapping("url", "secret");
    webhook.get("url").requirePresent();
    URI address = webhook.get("url").orNull(ValueRule.WEBHOOK);
    String secret = webhook.get("secret").orNull(ValueRule.SIGNING_SECRET);
    return address == null ? null : WebhookChannel.of(address, secret);
  }

  private static AlarmThresholds rules(YamlValue watch) {
    return new AlarmThresholds(
        watch.get("missed_rate").or(ValueRule.SHARE, AlarmThresholds.DEFAULT.missedRate()),
        watch
            .get("missed_rate_calls")
            .or(ValueRule.CALLS, AlarmThresholds.DEFAULT.missedRateCalls()),
        atLeastAMinute(watch.get("refresh_lag"), AlarmThresholds.DEFAULT.refreshLag()),
        atLeastAMinute(watch.get("handover_late"), AlarmThresholds.DEFAULT.handoverLate()));
  }

  private static Duration atLeastAMinute(YamlValue entry, Duration otherwise) {
    Duration duration = entry.or(ValueRule.DURATION, otherwise);
    if (duration.compareTo(LEAST) < 0) {
      entry.refuse(Message.of("configuration.watch.lag"));
    }
    return duration;
  }
}
