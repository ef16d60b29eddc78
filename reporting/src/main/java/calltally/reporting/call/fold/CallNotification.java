package calltally.reporting.call.fold;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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
 */
public record CallNotification(
    Event event,
    Instant time,
    @Nullable String caller,
    @Nullable String receiver,
    @Nullable String status,
    @Nullable BigDecimal duration,
    @Nullable String audioPath,
    @Nullable List<String> tags) {

  /**
   * The order in which the notifications of a call are read, whatever their order of arrival:
   * section 3 of the definitions. Event and tags come last, so that equal means identical.
   */
  static final Comparator<CallNotification> ORDER =
      comparing(CallNotification::time)
          .thenComparing(n -> n.event().phase())
          .thenComparing(CallNotification::receiver, Utf8Order.NULL_FIRST)
          .thenComparing(CallNotification::status, Utf8Order.NULL_FIRST)
          .thenComparing(CallNotification::caller, Utf8Order.NULL_FIRST)
          .thenComparing(n -> text(n.duration()), Utf8Order.NULL_FIRST)
          .thenComparing(CallNotification::audioPath, Utf8Order.NULL_FIRST)
          .thenComparing(CallNotification::event)
          .thenComparing(n -> text(n.tags()), Utf8Order.NULL_FIRST);

  public CallNotification {
    tags = tags == null ? null : List.copyOf(tags);
  }

  CallPhase phase() {
    return event.phase();
  }

  boolean isMember() {
    return phase() == CallPhase.MEMBER_START || phase() == CallPhase.MEMBER_END;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
