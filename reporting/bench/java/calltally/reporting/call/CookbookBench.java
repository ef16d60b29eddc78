package calltally.reporting.call;

import calltally.reporting.analytics.GeneratedCompany;
import calltally.sql.analytics.Cookbook;
import calltally.sql.analytics.CookbookQuestion;
import calltally.sql.embedded.EmbeddedCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;

/**
 * Times every question of the cookbook on a long history against a plain sequential aggregate of
 * its largest table, and checks whether it scanned the journal.
 */
public final class CookbookBench {

  /**
   * For each table, the views and functions of the schema analytics that read mostly that table.
   */
  private static final Map<String, List<String>> READERS = readers();

  private static final int ROUNDS = 3;

  private CookbookBench() {}

  private static Map<String, List<String>> readers() {
    Map<String, List<String>> readers = new LinkedHashMap<>();
    readers.put("calls.call", List.of("call", "customer_call", "call_figures"));
    readers.put("calls.attempt", List.of("attempt", "manager_figures"));
    readers.put(
        "calls.missed_call",
        List.of(
            "missed_call",
            "missed_call_at",
            "missed_call_follow_up",
            "judged_missed_call",
            "tries_at",
            "missed_callers",
            "waiting_callers",
            "never_reached_callers",
            "callback_figures"));
    readers.put("stats.hourly_line", List.of("hourly_line", "daily_line"));
    readers.put("stats.daily_manager", List.of("daily_manager"));
    readers.put("stats.daily_quality", List.of("data_quality", "feed_quality"));
    return readers;
  }

  /**
   * @param arguments notifications of the history, and optionally a data folder where it is kept
   *     for another run
   */
  public static void main(String[] arguments) throws Exception {
    Path folder =
        arguments.length > 1
            ? Path.of(arguments[1])
            : Files.createTempDirectory("calltally-cookbook-");
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder)) {
      GeneratedJournal journal =
          GeneratedJournal.createOnce(cluster.address(), "cookbook", Long.parseLong(arguments[0]));
      derive(journal);
      Map<String, Double> scans = new LinkedHashMap<>();
      for (String table : READERS.keySet()) {
        scans.put(table, scan(journal.sql(), table));
        say("%-42s %,8.1f ms", "aggregate of " + table, scans.get(table));
      }
      Cookbook.open().questions().forEach(question -> time(journal.sql(), question, scans));
    }
  }

  private static void derive(GeneratedJournal journal) throws IOException, SQLException {
    if (journal.sql().fetchCount(org.jooq.impl.DSL.table("calls.call")) == 0) {
      say("rebuilt: %s", new Refresh(journal.database()).rebuild());
      journal.sql().execute("vacuum analyze");
    }
    say("%,d notifications", journal.count());
  }

  private static double scan(DSLContext sql, String table) {
    return median(
        sql,
        List.of(
            "set local enable_indexscan = off",
            "set local enable_indexonlyscan = off",
            "set local enable_bitmapscan = off"),
        "select count(*), max(t.local_date), count(distinct t.source_id) from %s as t"
            .formatted(table));
  }

  private static void time(DSLContext sql, CookbookQuestion question, Map<String, Double> scans) {
    String query = GeneratedCompany.asOfThatDay(question.text()).strip().replaceFirst(";$", "");
    List<String> asAnalyst =
        List.of("set local role analyst", "set local timezone = 'Europe/Minsk'");
    double took = median(sql, asAnalyst, query);
    String largest =
        READERS.entrySet().stream()
            .filter(
                table -> table.getValue().stream().anyMatch(o -> question.asks("analytics." + o)))
            .map(Map.Entry::getKey)
            .max(Comparator.comparing(scans::get))
            .orElseThrow();
    say(
        "%-42s %,8.1f ms  %5.2f × %s%s",
        question.name(),
        took,
        took / Objects.requireNonNull(scans.get(largest)),
        largest,
        journalRowsRead(sql, asAnalyst, query));
  }

  /** How often the query scanned the journal, inside functions too; empty when never. */
  private static String journalRowsRead(DSLContext sql, List<String> settings, String query) {
    return sql.transactionResult(
        transaction -> {
          settings.forEach(transaction.dsl()::execute);
          String plan =
              String.join(
                  "\n",
                  transaction
                      .dsl()
                      .fetch("explain (analyze, buffers) " + query)
                      .getValues(0, String.class));
          transaction.dsl().execute("reset role");
          Long scans =
              transaction
                  .dsl()
                  .fetchSingle(
                      "select sum(seq_scan) from pg_stat_xact_all_tables where schemaname = 'journal'"
                          + " and relname like 'notification%'")
                  .get(0, Long.class);
          Long rows =
              transaction
                  .dsl()
                  .fetchSingle(
                      "select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_all_tables"
                          + " where schemaname = 'journal' and relname like 'notification%'")
                  .get(0, Long.class);
          String text = plan.contains("on notification_") ? "; its plan names the journal" : "";
          return scans == 0 && rows == 0
              ? text
              : text + "; %d scans and %d rows of the journal".formatted(scans, rows);
        });
  }

  /** Milliseconds until the last row has arrived. */
  private static double median(DSLContext sql, List<String> settings, String query) {
    double[] took = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      took[round] =
          sql.transactionResult(
              transaction -> {
                settings.forEach(transaction.dsl()::execute);
                long start = System.nanoTime();
                transaction.dsl().fetch(query);
                return (System.nanoTime() - start) / 1e6;
              });
    }
    Arrays.sort(took);
    return took[ROUNDS / 2];
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
