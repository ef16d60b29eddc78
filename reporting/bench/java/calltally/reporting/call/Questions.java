package calltally.reporting.call;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The questions that people and reports ask of a long history, and the cost of each. */
final class Questions {

  private static final int TIMES = 5;

  private static final Map<String, String> QUESTIONS = new LinkedHashMap<>();

  static {
    QUESTIONS.put(
        "missed calls of the whole history, judged",
        "select count(*), max(seconds_to_contact) from analytics.missed_call_at('2026-11-02')");
    QUESTIONS.put(
        "missed calls of a day, judged",
        "select count(*), max(seconds_to_contact) from analytics.missed_call_at('2026-11-02')"
            + " where missed_at >= '2026-10-30' and missed_at < '2026-10-31'");
    QUESTIONS.put(
        "managers' figures of a year",
        "select count(*) from analytics.manager_figures('main', '2025-11-01', '2026-11-01', 'period')");
    QUESTIONS.put(
        "managers' figures of a month",
        "select count(*) from analytics.manager_figures('main', '2026-10-01', '2026-11-01', 'period')");
    QUESTIONS.put(
        "calls' figures of a year",
        "select count(*) from analytics.call_figures('main', '2025-11-01', '2026-11-01', 'period')");
    QUESTIONS.put(
        "a change of one manager's two numbers, without date limits",
        "select calls.mark_numbers_stale(1, '{114,+375290000014}', '{null,null}', '{null,null}')");
  }

  private Questions() {}

  /** Asks each question several times, and prints the median and the range. */
  static void ask(GeneratedJournal journal) throws SQLException {
    for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
      long[] took = new long[TIMES];
      for (int i = 0; i < TIMES; i++) {
        took[i] = journal.tried(question.getValue());
      }
      Arrays.sort(took);
      System.out.printf(
          Locale.ROOT,
          "%s: median %,d ms, from %,d to %,d ms%n",
          question.getKey(),
          took[TIMES / 2],
          took[0],
          took[TIMES - 1]);
    }
  }
}
