package calltally.reporting.call.fold;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Folds tables of events. SALES is a line, Anna (A and 101) and Boris (B) are managers; the
 * short-call limit is the fixture's own, whatever the default.
 */
final class FoldFixture {

  static final DirectoryIndex DIRECTORY =
      new DirectoryIndex(
          Map.of("A", always("Anna"), "101", always("Anna"), "B", always("Boris")),
          Map.of("SALES", always("Sales")));

  static final SourceRules RULES =
      new SourceRules(
          ZoneId.of("Europe/Minsk"),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          ShiftCalendar.NOT_CONFIGURED,
          DIRECTORY,
          RecordingHosts.ANY,
          RetentionHorizon.NONE);

  private FoldFixture() {}

  private static List<NumberAssignment> always(String name) {
    return List.of(new NumberAssignment(name, null, null, null));
  }

  static Call fold(String table) {
    return fold(RULES, table);
  }

  static Call fold(SourceRules rules, String table) {
    return fold(rules, NotificationTable.table(table)).orElseThrow();
  }

  static Optional<Call> fold(SourceRules rules, List<CallNotification> arrived) {
    NotificationsOfCall notifications = new NotificationsOfCall();
    arrived.forEach(notifications::add);
    return CallFold.fold(rules, "1", notifications);
  }

  /** The attempts of a call, each as number, outcome and seconds of ringing. */
  static List<String> attempts(String table) {
    return attempts(fold(table));
  }

  static List<String> attempts(Call call) {
    return call.attempts().stream()
        .map(
            attempt ->
                attempt.ring().number()
                    + " "
                    + attempt.outcome().text()
                    + " "
                    + seconds(attempt.ringTime())
                    + (attempt.ring().implied() ? " implied" : ""))
        .toList();
  }

  private static String seconds(@Nullable Duration time) {
    if (time == null) {
      return "-";
    }
    return time.isZero() ? "0" : String.valueOf(time.toMillis() / 1000.0);
  }
}
