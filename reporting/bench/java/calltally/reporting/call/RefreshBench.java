package calltally.reporting.call;

import java.util.Locale;

/** Times refresh and rebuild. Usage: RefreshBench NOTIFICATIONS. */
public final class RefreshBench {

  private RefreshBench() {}

  public static void main(String[] arguments) {
    int calls = Integer.parseInt(arguments[0]) / 5;
    try (GeneratedJournal journal = new GeneratedJournal()) {
      Refresh refresh = new Refresh(journal.database().owner());
      journal.addCalls(0, calls - 4000, calls);
      journal.sql().execute("analyze");
      print("first refresh", refresh.run());
      for (int i = 0; i < 5; i++) {
        int from = calls - 4000 + i * 200;
        journal.addCalls(from, from + 200, calls);
        print("incremental", refresh.run());
      }
      print("rebuild", refresh.rebuild());
    }
  }

  private static void print(String what, RefreshOutcome outcome) {
    System.out.printf(
        Locale.ROOT,
        "%-15s %9d notifications %8d calls %4d days %8d ms%n",
        what,
        outcome.notifications(),
        outcome.calls(),
        outcome.days(),
        outcome.duration().toMillis());
  }
}
