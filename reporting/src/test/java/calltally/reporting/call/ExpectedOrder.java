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

  private final String pbxId;

  ExpectedOrder(String pbxId) {
    this.pbxId = pbxId;
  }

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
    List<@Nullable String> texts = texts(one);
    List<@Nullable String> others = texts(other);
    for (int i = 0; i < texts.size(); i++) {
      int order = bytewise(texts.get(i), others.get(i));
      if (order != 0) {
        return order;
      }
    }
    return TestJournal.digest(pbxId, one).compareTo(TestJournal.digest(pbxId, other));
  }

  private static List<@Nullable String> texts(CallNotification notification) {
    return Arrays.asList(
        companysSide(notification),
        notification.status(),
        notification.duration() == null ? null : notification.duration().toPlainString(),
        notification.event().journalName(),
        notification.tags() == null ? null : notification.tags().json());
  }

  private static @Nullable String companysSide(CallNotification notification) {
    if (!isOfCall(notification)) {
      return null;
    }
    return notification.event().name().startsWith("INCOMING")
        ? notification.receiver()
        : notification.caller();
  }

  static int bytewise(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return (one == null ? 0 : 1) - (other == null ? 0 : 1);
    }
    return Arrays.compareUnsigned(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
