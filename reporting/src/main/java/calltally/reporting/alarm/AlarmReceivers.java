package calltally.reporting.alarm;

import calltally.reporting.http.NotifyResult;
import calltally.reporting.mail.CircuitBreakers;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Who is notified: webhooks and chats first, as a mail server may take minutes. */
final class AlarmReceivers {

  private final Map<String, AlarmChannel> channels = new LinkedHashMap<>();
  private final NoticeText words;
  private final CircuitBreakers breakers;

  AlarmReceivers(List<AlarmChannel> receivers, NoticeText words, CircuitBreakers breakers) {
    receivers.stream()
        .sorted(Comparator.comparing(MailChannel.class::isInstance))
        .forEach(channel -> channels.putIfAbsent(channel.name(), channel));
    this.words = words;
    this.breakers = breakers;
  }

  List<String> names() {
    return List.copyOf(channels.keySet());
  }

  /** Those who are notified by HTTP. */
  List<String> webhooks() {
    return names(channel -> !(channel instanceof MailChannel));
  }

  /** The mailboxes whose server works, as far as is known. */
  List<String> mailboxes() {
    return names(MailChannel.class::isInstance);
  }

  private List<String> names(Predicate<AlarmChannel> which) {
    return channels.values().stream()
        .filter(which)
        .filter(channel -> channel.isReady(breakers))
        .map(AlarmChannel::name)
        .toList();
  }

  NotifyResult send(Notice notice, Instant now) {
    AlarmChannel channel = channels.get(notice.receiver());
    if (channel == null) {
      throw new IllegalStateException(
          "cannot send notice: no such receiver (was %s)".formatted(notice.receiver()));
    }
    return channel.send(notice, words, breakers, now);
  }
}
