package calltally.reporting.call;

import calltally.sql.Schema;
import calltally.sql.embedded.EmbeddedCluster;
import calltally.sql.settings.RefreshSlices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Many sources at once: notifications spread over them arrive in the real journal while the slices
 * are refreshed as {@code serve} does. Prints how old the oldest uncounted notification of each
 * slice was in each second, which no source of the slice exceeds, draws it, and compares all
 * figures with a rebuild.
 */
public final class SourcesBench {

  private static final int STEPS_A_SECOND = 5;
  private static final int STEPS_OF_A_CALL = 5;
  private static final List<String> DERIVED =
      List.of(
          "calls.call",
          "calls.attempt",
          "calls.engagement",
          "calls.missed_call",
          "stats.hourly_line",
          "stats.daily_manager",
          "stats.daily_quality");

  private static final String LAGS =
      """
      select c.slice, coalesce(extract(epoch from clock_timestamp() - o.received_at), 0) as seconds
      from calls.refresh_cursor as c
      left join lateral (
          select n.received_at
          from journal.notification as n
          where (n.ingest_xid, n.id) > (c.ingest_xid, c.notification_id)
              and n.source_id % (select count(*) from calls.refresh_cursor) = c.slice
          order by n.ingest_xid, n.id
          limit 1) as o on true
      order by c.slice
      """;

  private final Options options;
  private final PGSimpleDataSource database;
  private final DSLContext sql;
  private final Random random = new Random(1);
  private final Deque<Begun> begun = new ArrayDeque<>();
  private final List<Map<Integer, Double>> lags = new ArrayList<>();
  private long calls;
  private long sent;

  private SourcesBench(Options options, PGSimpleDataSource database, Connection sender) {
    this.options = options;
    this.database = database;
    // One session, as a receiver keeps its own.
    this.sql = DSL.using(sender, SQLDialect.POSTGRES);
  }

  /**
   * What to do.
   *
   * @param poisoned whether one source cannot be refreshed
   * @param services one or two; the second is a process that is killed halfway
   * @param changes whether the number of slices changes halfway
   */
  private record Options(
      int sources,
      int rate,
      int seconds,
      int slices,
      boolean poisoned,
      int services,
      boolean changes) {}

  /** Calls begun together, which go on step by step. */
  private record Begun(Integer[] sources, Long[] calls, int step, long dueNanos) {}

  /**
   * @param arguments sources, notifications a second, seconds, slices, whether one is poisoned,
   *     services, whether the number of slices changes, the picture's file
   */
  public static void main(String[] arguments) throws Exception {
    Options options =
        new Options(
            Integer.parseInt(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Integer.parseInt(arguments[3]),
            Boolean.parseBoolean(arguments[4]),
            Integer.parseInt(arguments[5]),
            Boolean.parseBoolean(arguments[6]));
    Path folder = Files.createTempDirectory("calltally-bench-");
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder)) {
      PGSimpleDataSource database = new PGSimpleDataSource();
      database.setUrl(cluster.address().url());
      database.setUser(cluster.address().user());
      database.setPassword(cluster.address().password());
      Schema.migrate(database);
      try (Connection sender = database.getConnection()) {
        new SourcesBench(options, database, sender).run(Path.of(arguments[7]));
      }
    }
  }

  private void run(Path picture) throws IOException, SQLException, InterruptedException {
    say("%s", options);
    script(
        Files.readString(Path.of("bench/sql/sources.sql"))
            .replace(":sources", String.valueOf(options.sources)));
    new RefreshSlices(database).set(options.slices);
    if (options.poisoned) {
      sql.execute("alter table stats.daily_quality add constraint poisoned check (source_id <> 1)");
    }
    sql.execute("vacuum analyze");
    int atOnce = Math.min(options.slices, Runtime.getRuntime().availableProcessors());
    Process second = options.services > 1 ? RefreshService.start(database, atOnce) : null;
    try (RefreshService first = new RefreshService(database, atOnce)) {
      send(second);
      if (options.poisoned) {
        sql.execute("alter table stats.daily_quality drop constraint poisoned");
      }
      settle();
    } finally {
      if (second != null) {
        second.destroyForcibly();
      }
    }
    print();
    Files.writeString(picture, new LagPicture(lags).svg());
    say("picture: %s", picture.toAbsolutePath());
    compare();
  }

  private void send(@Nullable Process second) throws InterruptedException {
    long start = System.nanoTime();
    long pause = TimeUnit.SECONDS.toNanos(1) / STEPS_A_SECOND;
    for (int tick = 0; tick < options.seconds * STEPS_A_SECOND; tick++) {
      long due = start + tick * pause;
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      if (tick == options.seconds * STEPS_A_SECOND / 2) {
        halfway(second);
      }
      begun.add(begin(due));
      for (int waiting = begun.size(); waiting > 0; waiting--) {
        Begun next = begun.remove();
        begun.addLast(next);
        if (next.dueNanos <= due) {
          begun.removeLast();
          step(next);
        }
      }
      if (tick % STEPS_A_SECOND == 0) {
        sample();
      }
    }
    say("sent %,d notifications in %.1f s", sent, (System.nanoTime() - start) / 1e9);
  }

  private void halfway(@Nullable Process second) {
    if (second != null) {
      second.destroyForcibly();
      say("second service killed after %d s", lags.size());
    }
    if (options.changes) {
      long start = System.nanoTime();
      new RefreshSlices(database).set(options.slices + 1);
      say(
          "slices changed to %d after %d s, in %d ms",
          options.slices + 1, lags.size(), (System.nanoTime() - start) / 1_000_000);
    }
  }

  private Begun begin(long now) {
    int number = Math.max(1, options.rate / STEPS_A_SECOND / STEPS_OF_A_CALL);
    Integer[] sources = new Integer[number];
    Long[] ids = new Long[number];
    for (int i = 0; i < number; i++) {
      // The first source is the one that may be poisoned.
      sources[i] = i == 0 ? 1 : 1 + random.nextInt(options.sources);
      ids[i] = ++calls;
    }
    return new Begun(sources, ids, 1, now);
  }

  private void step(Begun next) {
    sql.fetch(
        "select bench.step({0}, {1}, {2})",
        DSL.val(next.sources), DSL.val(next.calls), DSL.val(next.step));
    sent += next.calls.length;
    if (next.step < STEPS_OF_A_CALL) {
      begun.add(
          new Begun(
              next.sources,
              next.calls,
              next.step + 1,
              next.dueNanos + TimeUnit.SECONDS.toNanos(next.step == 3 ? 4 : 1)));
    }
  }

  private void sample() {
    Map<Integer, Double> second = new HashMap<>();
    sql.fetch(LAGS).forEach(row -> second.put(row.get(0, Integer.class), row.get(1, Double.class)));
    lags.add(second);
  }

  /** Goes on sampling until everything is counted. */
  private void settle() throws InterruptedException {
    do {
      TimeUnit.SECONDS.sleep(1);
      sample();
    } while (lags.get(lags.size() - 1).values().stream().anyMatch(lag -> lag > 0));
  }

  private void print() {
    say("second   oldest uncounted notification by slice, s");
    int every = Math.max(1, lags.size() / 20);
    for (int second = 0; second < lags.size(); second += every) {
      StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%6d", second));
      lags.get(second)
          .forEach((slice, lag) -> line.append(String.format(Locale.ROOT, "  %6.1f", lag)));
      say("%s", line);
    }
    Map<Integer, Double> most = new HashMap<>();
    lags.forEach(second -> second.forEach((slice, lag) -> most.merge(slice, lag, Math::max)));
    say("longest by slice: %s", most);
  }

  private void compare() {
    Map<String, String> before = digests();
    RefreshResult rebuilt = new Refresh(database).rebuild();
    say("rebuilt: %s", rebuilt);
    Map<String, String> after = digests();
    if (!before.equals(after)) {
      throw new IllegalStateException("figures differ from a rebuild: " + before + " " + after);
    }
    say("all figures equal a rebuild");
  }

  private Map<String, String> digests() {
    Map<String, String> digests = new HashMap<>();
    for (String table : DERIVED) {
      digests.put(
          table,
          sql.fetchSingle(
                  "select count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) from "
                      + table
                      + " as t")
              .get(0, String.class));
    }
    return digests;
  }

  private void script(String text) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(text);
    }
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
