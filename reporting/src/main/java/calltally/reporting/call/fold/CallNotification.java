package calltally.reporting.call.fold;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One notification that concerns a call, as the journal stores it.
 *
 * @param time the PBX's clock
 * @param caller normalised; null when withheld or absent
 * @param receiver normalised; null when withheld or absent
 * @param status normalised; null when absent
 * @param duration seconds; null when absent or unreadable
 * @param audioPath link; null when absent
 * @param tags list of a tags event; null for all others
 * @param digest hexadecimal; that of everything sent, known before pseudonyms were
 */
public record CallNotification(
    Event event,
    Instant time,
    @Nullable String caller,
    @Nullable String receiver,
    @Nullable String status,
    @Nullable BigDecimal duration,
    @Nullable String audioPath,
    @Nullable TagList tags,
    String digest) {

  /**
   * The order in which the notifications of a call are read, whatever their order of arrival:
   * section 3 of the definitions. No number of a customer and no link takes part, so that erasing
   * them changes no call. {@code SelectFirstNotifications} orders in the same way.
   */
  static final Comparator<CallNotification> ORDER =
      comparing(CallNotification::time)
          .thenComparing(n -> n.event().phase())
          .thenComparing(CallNotification::companysSide, Utf8Order.NULL_FIRST)
          .thenComparing(CallNotification::status, Utf8Order.NULL_FIRST)
          .thenComparing(CallNotification::durationText, Utf8Order.NULL_FIRST)
          .thenComparing(n -> n.event().journalName())
          .thenComparing(CallNotification::tagsText, Utf8Order.NULL_FIRST)
          .thenComparing(CallNotification::digest);

  CallNotification withoutTags() {
    return new CallNotification(
        event, time, caller, receiver, status, duration, audioPath, null, digest);
  }

  CallPhase phase() {
    return event.phase();
  }

  boolean isMember() {
    return phase() == CallPhase.MEMBER_START || phase() == CallPhase.MEMBER_END;
  }

  private @Nullable String companysSide() {
    Direction direction = event.direction();
    if (direction == null) {
      return null;
    }
    return direction == Direction.INCOMING ? receiver : caller;
  }

  private @Nullable String durationText() {
    return duration == null ? null : duration.toPlainString();
  }

  private @Nullable String tagsText() {
    return tags == null ? null : tags.json();
  }
}
