package calltally.app.configuration;

import calltally.reporting.alarm.Mailbox;
import calltally.reporting.alarm.Receiver;
import calltally.reporting.alarm.WatchRules;
import calltally.reporting.alarm.Webhook;
import calltally.reporting.mail.MailAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who is told when something goes wrong.
 *
 * @param receivers mailboxes and webhooks, at least one
 * @param language that people are told in
 */
public record WatchEntry(List<Receiver> receivers, Locale language, WatchRules rules) {

  private static final Duration LEAST_LAG = Duration.ofMinutes(1);

  public WatchEntry {
    receivers = List.copyOf(receivers);
  }

  static WatchEntry from(YamlValue entry, @Nullable MailEntry mail) {
    YamlValue watch =
        entry.mapping("to", "webhooks", "lang", "missed_rate", "missed_rate_calls", "refresh_lag");
    List<MailAddress> to = watch.get("to").all(ValueRule.ADDRESS);
    List<YamlValue> webhooks = watch.get("webhooks").items();
    if (to.isEmpty() && webhooks.isEmpty()) {
      watch.refuse("somebody has to be told: by to, by webhooks or both");
    }
    return new WatchEntry(
        Stream.concat(mailboxes(watch.get("to"), to, mail), webhooks(webhooks)).toList(),
        Locale.forLanguageTag(watch.get("lang").or(ValueRule.oneOf("en", "ru"), "en")),
        rules(watch));
  }

  private static Stream<Receiver> mailboxes(
      YamlValue entry, List<MailAddress> to, @Nullable MailEntry mail) {
    if (mail == null) {
      if (!to.isEmpty()) {
        entry.refuse("mail has to say through which server");
      }
      return Stream.empty();
    }
    to.stream()
        .filter(address -> !mail.allows(address))
        .forEach(address -> entry.refuse("its domain has to be allowed, was " + address.domain()));
    return to.stream().map(address -> new Mailbox(mail.server(), mail.from(), address));
  }

  private static Stream<Receiver> webhooks(List<YamlValue> entries) {
    return entries.stream().map(WatchEntry::webhook).filter(Objects::nonNull);
  }

  private static @Nullable Receiver webhook(YamlValue entry) {
    YamlValue webhook = entry.mapping("url", "secret");
    webhook.get("url").requirePresent();
    URI address = webhook.get("url").orNull(ValueRule.WEBHOOK);
    String secret = webhook.get("secret").orNull(ValueRule.SIGNING_SECRET);
    return address == null ? null : Webhook.of(address, secret);
  }

  private static WatchRules rules(YamlValue watch) {
    Duration lag = watch.get("refresh_lag").or(ValueRule.DURATION, WatchRules.DEFAULT.refreshLag());
    if (lag.compareTo(LEAST_LAG) < 0) {
      watch.get("refresh_lag").refuse("it has to be at least 1min");
    }
    return new WatchRules(
        watch.get("missed_rate").or(ValueRule.SHARE, WatchRules.DEFAULT.missedRate()),
        watch.get("missed_rate_calls").or(ValueRule.CALLS, WatchRules.DEFAULT.missedRateCalls()),
        lag);
  }
}
