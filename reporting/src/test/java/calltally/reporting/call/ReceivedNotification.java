package calltally.reporting.call;

import calltally.reporting.call.RandomHistory.Sent;
import calltally.reporting.call.fold.CallNotification;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One delivery of a notification, as it reaches the journal.
 *
 * @param content what was sent; another delivery of the same content is a repetition
 * @param receivedAt our clock
 * @param channel http or import
 * @param remarks in alphabetical order
 */
public record ReceivedNotification(
    Content content, Instant receivedAt, String channel, List<String> remarks) {

  /**
   * The content of a notification.
   *
   * @param time the PBX's clock; null for an event without a time
   * @param notification null when it concerns no call
   */
  record Content(
      String event,
      @Nullable String pbxId,
      @Nullable Instant time,
      @Nullable CallNotification notification) {}

  /** A notification that was received as it occurred. */
  static ReceivedNotification of(Sent sent) {
    CallNotification notification = sent.notification();
    return new ReceivedNotification(
        new Content(
            notification.event().journalName(), sent.pbxId(), notification.time(), notification),
        notification.time(),
        "http",
        List.of());
  }

  /** A notification that concerns no call. */
  public static ReceivedNotification of(
      String event, @Nullable String pbxId, @Nullable Instant time, Instant receivedAt) {
    return new ReceivedNotification(
        new Content(event, pbxId, time, null), receivedAt, "http", List.of());
  }

  ReceivedNotification receivedAt(Instant instant) {
    return new ReceivedNotification(content, instant, channel, remarks);
  }

  ReceivedNotification over(String otherChannel) {
    return new ReceivedNotification(content, receivedAt, otherChannel, remarks);
  }

  ReceivedNotification with(List<String> otherRemarks) {
    return new ReceivedNotification(content, receivedAt, channel, otherRemarks);
  }

  /** The day to which it counts. */
  LocalDate date(ZoneId zone) {
    return LocalDate.ofInstant(content.time() == null ? receivedAt : content.time(), zone);
  }

  boolean isLate() {
    return content.time() != null
        && channel.equals("http")
        && Duration.between(content.time(), receivedAt).compareTo(Duration.ofMinutes(5)) > 0;
  }
}
