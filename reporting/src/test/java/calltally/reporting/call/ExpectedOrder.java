package calltally.reporting.call;

import calltally.reporting.call.fold.CallNotification;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The order of the notifications of one call, as section 3 defines it. */
final class ExpectedOrder implements Comparator<CallNotification> {

  private static final List<String> RANKS =
      List.of(
          "ING_CALL_START",
          "_CALL_START_CHAIN_MEMBER_CALL",
          "_CALL_END_CHAIN_MEMBER_CALL",
          "ING_CALL_ANSWER",
          "ING_CALL_END");

  static boolean isOfCall(CallNotification notification) {
    return rank(notification) < RANKS.size();
  }

  private static int rank(CallNotification notification) {
    for (int rank = 0; rank < RANKS.size(); rank++) {
      if (notification.event().name().endsWith(RANKS.get(rank))) {
        return rank;
      }
    }
    return RANKS.size();
  }

  @Override
  public int compare(CallNotification one, CallNotification other) {
    int time = one.time().compareTo(other.time());
    if (time != 0) {
      return time;
    }
    if (rank(one) != rank(other)) {
      return rank(one) - rank(other);
    }
    for (int i = 0; i < texts(one).size(); i++) {
      int texts = bytewise(texts(one).get(i), texts(other).get(i));
      if (texts != 0) {
        return texts;
      }
    }
    // The definitions leave this order open; it must not depend on the order of arrival.
    return one.event().compareTo(other.event());
  }

  private static List<String> texts(CallNotification notification) {
    return Arrays.asList(
        notification.receiver(),
        notification.status(),
        notification.caller(),
        notification.duration() == null ? null : notification.duration().toPlainString(),
        notification.audioPath());
  }

  static int bytewise(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return (one == null ? 0 : 1) - (other == null ? 0 : 1);
    }
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
