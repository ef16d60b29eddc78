package calltally.reporting.call.fold;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Times the fold of calls with as many notifications as a call may have: the costliest of all. */
public final class FoldBench {

  private static final Instant START = Instant.parse("2026-11-20T06:00:00Z");
  private static final int ROUNDS = 20;

  private FoldBench() {}

  /** Takes no arguments. */
  public static void main(String[] arguments) {
    Map<String, IntFunction<CallNotification>> calls = new LinkedHashMap<>();
    calls.put("rings that never end, and answers", n -> member(n, n % 2 == 0 ? 1 : 3, n, "A"));
    calls.put("answers by the line alone", n -> member(n, n % 2 == 0 ? 1 : 3, n, name(n)));
    calls.put("starts and ends of 1,000 phones", n -> member(n, n % 2 + 1, n / 2, "P" + n / 2));
    calls.put("everything at one instant", n -> member(n, n % 4, 0, "P" + n));
    calls.forEach(FoldBench::time);
  }

  private static String name(int n) {
    return n % 2 == 0 ? "P" + n : "SALES";
  }

  private static void time(String call, IntFunction<CallNotification> notification) {
    List<CallNotification> arrived =
        IntStream.range(0, NotificationsOfCall.MOST).mapToObj(notification).toList();
    for (int round = 1; round <= ROUNDS; round++) {
      long start = System.nanoTime();
      int attempts = FoldFixture.fold(FoldFixture.RULES, arrived).orElseThrow().attempts().size();
      double millis = (System.nanoTime() - start) / 1e6;
      if (round == 1 || round == ROUNDS) {
        System.out.printf(
            Locale.ROOT,
            "%-40s %5d attempts, round %2d: %6.1f ms%n",
            call,
            attempts,
            round,
            millis);
      }
    }
  }

  private static CallNotification member(int n, int event, int seconds, String receiver) {
    return new CallNotification(
        Event.values()[event],
        START.plusSeconds(seconds),
        "C",
        receiver,
        event == 2 ? "answer" : null,
        null,
        null,
        null,
        String.valueOf(n));
  }
}
