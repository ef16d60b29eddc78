package calltally.reporting.call;

import calltally.reporting.call.RefreshProgram.Run;
import calltally.sql.embedded.EmbeddedCluster;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postgresql.PGConnection;

/**
 * Times rebuild and refresh against plain SQL and DuckDB, in alternation, so that other load on the
 * machine affects all of them alike.
 */
public final class RefreshBench {

  private static final String SETTINGS =
      "set local work_mem = '256MB'; set local maintenance_work_mem = '256MB'; set local timezone = 'UTC';\n";

  private static final Map<String, String> TABLES =
      Map.of(
          "call", "calls",
          "attempt", "calls",
          "engagement", "calls",
          "missed_call", "calls",
          "hourly_line", "stats",
          "daily_manager", "stats",
          "daily_quality", "stats");

  private static final Map<String, String> FILES =
      Map.of(
          "notification",
              "select source_id, pbx_id, event, occurred_at, caller, receiver, status, duration, audio_path"
                  + " from journal.notification",
          "source", "select source_id, zone, short_call_limit, fair_ring from config.source",
          "line", "select source_id, number, name, department from directory.line",
          "manager_number",
              "select source_id, number, manager, department from directory.manager_number",
          "shift", "select source_id, weekday, from_time, to_time from config.shift");

  /** Rounds until Java has compiled most of both programs, as in a service after three minutes. */
  private static final int WARM_UP = 60;

  private RefreshBench() {}

  /**
   * @param arguments notifications of the long and of the short history, rounds of rebuilds, rounds
   *     of refreshes
   */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("calltally-bench-");
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder)) {
      GeneratedJournal big =
          GeneratedJournal.create(cluster.address(), "big", Long.parseLong(arguments[0]));
      GeneratedJournal small =
          GeneratedJournal.create(cluster.address(), "small", Long.parseLong(arguments[1]));
      try (RefreshProgram ofBig = RefreshProgram.start(big.database());
          RefreshProgram ofSmall = RefreshProgram.start(small.database())) {
        say("small: rebuilt %s", ofSmall.rebuild());
        compare(small);
        rebuilds(big, ofBig, folder, Integer.parseInt(arguments[2]));
        refreshes(big, ofBig, small, ofSmall, Integer.parseInt(arguments[3]));
        say("small: after the refreshes");
        compare(small);
        small.addThousand();
        small.run(bareRefresh());
        say("small: after one more, as bare SQL");
        compare(small);
        Questions.ask(big);
        new Erasure(big, GeneratedJournal.END).run();
      }
    }
  }

  private static void rebuilds(
      GeneratedJournal journal, RefreshProgram program, Path folder, int rounds)
      throws IOException, SQLException, InterruptedException {
    writeFiles(journal, folder);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      long plain = round % 2 == 0 ? plain(journal) : 0;
      Run rebuilt = program.rebuild();
      plain = plain == 0 ? plain(journal) : plain;
      ratios.add((double) rebuilt.milliseconds() / plain);
      say(
          "rebuild %,d notifications: %,d ms (at most %,d KiB), plain SQL %,d ms, ratio %.2f; DuckDB, reading, folding and calls: %s",
          rebuilt.notifications(),
          rebuilt.milliseconds(),
          rebuilt.peakKilobytes(),
          plain,
          ratios.get(round),
          duck(folder));
    }
    say("rebuild / plain SQL: %s", spread(ratios));
  }

  private static void refreshes(
      GeneratedJournal big,
      RefreshProgram ofBig,
      GeneratedJournal small,
      RefreshProgram ofSmall,
      int rounds)
      throws IOException, SQLException {
    List<Double> bySize = new ArrayList<>();
    List<Double> bare = new ArrayList<>();
    List<Double> bareOfLong = new ArrayList<>();
    for (int round = 0; round < WARM_UP; round++) {
      small.addThousand();
      big.addThousand();
      ofSmall.refresh();
      ofBig.refresh();
    }
    for (int round = 0; round < rounds; round++) {
      small.addThousand();
      big.addThousand();
      long bareSmall = small.tried(bareRefresh());
      long bareBig = big.tried(bareRefresh());
      Run first = round % 2 == 0 ? ofSmall.refresh() : null;
      Run ofLong = ofBig.refresh();
      Run ofShort = first == null ? ofSmall.refresh() : first;
      if (ofLong.notifications() < 1_000) {
        say("left out: refresh of %,d notifications, on a day off", ofLong.notifications());
        continue;
      }
      bySize.add((double) ofLong.milliseconds() / ofShort.milliseconds());
      bare.add((double) ofShort.milliseconds() / bareSmall);
      bareOfLong.add((double) ofLong.milliseconds() / bareBig);
      say(
          "refresh %,d notifications, %,d calls, %d days: long history %,d ms, short %,d ms, bare SQL %,d and %,d ms",
          ofLong.notifications(),
          ofLong.calls(),
          ofLong.days(),
          ofLong.milliseconds(),
          ofShort.milliseconds(),
          bareBig,
          bareSmall);
    }
    say("refresh, long / short history: %s", spread(bySize));
    say("refresh / bare SQL, short history: %s", spread(bare));
    say("refresh / bare SQL, long history: %s", spread(bareOfLong));
  }

  private static long plain(GeneratedJournal journal) throws IOException, SQLException {
    return journal.run(
        SETTINGS
            + "set local search_path = plain, journal, config, directory;\n"
            + script("plain-tables")
            + fold()
            + "drop table pg_temp.fold, pg_temp.answer, pg_temp.verdict;\n"
            + script("plain-sums")
            + script("plain-managers")
            + script("plain-quality"));
  }

  private static String fold() throws IOException {
    return script("plain-fold") + script("plain-calls") + script("plain-engagement");
  }

  /** There the attempts are a view of the stale calls' ones, which cannot be analyzed. */
  private static String bareRefresh() throws IOException {
    return "set local timezone = 'UTC'; set local jit = off; set local search_path = pg_temp, calls, config, directory;\n"
        + script("plain-refresh").replace("-- fold\n", fold().replace("analyze attempt;\n", ""));
  }

  /**
   * Checks that both sides computed the same rows, neither more nor fewer: else they did not do the
   * same work, and their times say nothing.
   */
  private static void compare(GeneratedJournal journal) throws IOException, SQLException {
    plain(journal);
    long differing = 0;
    for (Map.Entry<String, String> table : TABLES.entrySet()) {
      String ours = "table " + table.getValue() + "." + table.getKey();
      String theirs = "table plain." + table.getKey();
      String difference = "((%1$s except all %2$s) union all (%2$s except all %1$s))";
      long rows = count(journal, difference.formatted(ours, theirs));
      say("%s: %d rows differ of %d", table.getKey(), rows, count(journal, "(" + ours + ")"));
      differing += rows;
    }
    if (differing > 0) {
      throw new IllegalStateException("Calltally and plain SQL differ");
    }
  }

  private static long count(GeneratedJournal journal, String rows) {
    return journal.sql().fetchSingle("select count(*) from " + rows + " as t").get(0, Long.class);
  }

  private static void writeFiles(GeneratedJournal journal, Path folder)
      throws IOException, SQLException {
    try (Connection connection = journal.database().getConnection()) {
      for (Map.Entry<String, String> file : FILES.entrySet()) {
        try (BufferedWriter writer =
            Files.newBufferedWriter(folder.resolve(file.getKey() + ".csv"))) {
          connection
              .unwrap(PGConnection.class)
              .getCopyAPI()
              .copyOut("copy (" + file.getValue() + ") to stdout (format csv, header)", writer);
        }
      }
    }
  }

  private static String duck(Path folder) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DuckProgram.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = String.valueOf(output.readLine());
      process.waitFor();
      return line;
    }
  }

  private static String script(String name) throws IOException {
    return Files.readString(Path.of("bench/sql/" + name + ".sql"));
  }

  private static String spread(List<Double> ratios) {
    double[] sorted = ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "median %.2f, from %.2f to %.2f %s",
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1],
        Arrays.toString(sorted));
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
