package calltally.reporting.call;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A time during which a call engages a manager's phone, as section 7 defines it. */
record ExpectedEngagement(String pbxId, String manager, Instant from, Instant until) {

  private static final Duration LONGEST = Duration.ofHours(4);

  static List<ExpectedEngagement> of(List<ExpectedCall> calls) {
    List<ExpectedEngagement> all = new ArrayList<>();
    for (ExpectedCall call : calls) {
      if (!call.anomalies().contains("long_gap")) {
        addTalk(call, all);
        addPlaced(call, all);
        addInternal(call, all);
        addRings(call, all);
      }
    }
    return all;
  }

  private static void addTalk(ExpectedCall call, List<ExpectedEngagement> all) {
    if (ExpectedTalk.shares(call).isEmpty()) {
      return;
    }
    List<ExpectedTalk> turns = call.turns();
    for (int i = 0; i < turns.size(); i++) {
      Instant end = i + 1 < turns.size() ? turns.get(i + 1).from() : call.endedAt();
      add(call, turns.get(i).number(), turns.get(i).from(), end, all);
    }
  }

  private static void addPlaced(ExpectedCall call, List<ExpectedEngagement> all) {
    if (!call.isIncoming()) {
      add(call, call.manager(), call.startedAt(), call.endedAt(), all);
    }
  }

  private static void addInternal(ExpectedCall call, List<ExpectedEngagement> all) {
    if (call.isInternal()) {
      add(call, call.manager(), call.answeredAt(), call.endedAt(), all);
      add(call, call.customer(), call.answeredAt(), call.endedAt(), all);
    }
  }

  private static void addRings(ExpectedCall call, List<ExpectedEngagement> all) {
    for (ExpectedAttempt attempt : call.attempts()) {
      if (!attempt.outcome().equals("busy")) {
        ExpectedRing ring = attempt.ring();
        add(call, ring.number(), ring.start(), ring.end(), all);
      }
    }
  }

  private static void add(
      ExpectedCall call,
      @Nullable String number,
      @Nullable Instant from,
      @Nullable Instant until,
      List<ExpectedEngagement> all) {
    String manager = call.directory().manager(number, call.date());
    if (manager != null
        && from != null
        && until != null
        && !until.isBefore(from)
        && Duration.between(from, until).compareTo(LONGEST) <= 0) {
      all.add(new ExpectedEngagement(call.pbxId(), manager, from, until));
    }
  }

  /** Whether the phone of a busy attempt was engaged by another call. */
  static boolean isInCall(ExpectedAttempt busy, List<ExpectedEngagement> all) {
    Instant at = busy.ring().firstKnownTime();
    ExpectedCall call = busy.call();
    String manager = call.directory().manager(busy.ring().number(), call.date());
    return busy.outcome().equals("busy")
        && at != null
        && all.stream()
            .filter(one -> one.manager().equals(manager) && !one.pbxId().equals(call.pbxId()))
            .anyMatch(
                one ->
                    !at.isBefore(one.from().minusSeconds(1))
                        && !at.isAfter(one.until().plusSeconds(1)));
  }
}
