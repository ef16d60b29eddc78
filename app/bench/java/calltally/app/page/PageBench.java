package calltally.app.page;

import calltally.app.configuration.Configuration;
import calltally.app.database.CallDatabase;
import calltally.app.database.PagePool;
import calltally.app.service.WebService;
import calltally.ingest.metrics.Counters;
import calltally.web.session.Sessions;
import calltally.web.user.User;
import calltally.web.user.Users;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Measures how long pages take on a long history: cold, and from the cache where there is one. The
 * clock of the page is set, so that nothing waits until the cache is old: in the next minute it is
 * cold, and in the same one the page only asks whether anything was received.
 */
public final class PageBench {

  private static final Duration OLDER_THAN_CACHE = Duration.ofSeconds(6);

  /** The clock of the evening begins again after so many: at midnight the page would be empty. */
  private static final int MINUTES = 120;

  /** Ten requests a second are allowed. */
  private static final Duration NEXT_REQUEST = Duration.ofMillis(150);

  private static final int CACHED_READS = 20;

  /** A service runs for weeks; until then its code is still being compiled. */
  private static final int WARM_UP_ROUNDS = 50;

  private static final Pattern CUSTOMER = Pattern.compile("/customer/[^\"?]+");

  private final int rounds;
  private final BenchedCompany company;
  private final Sessions sessions;
  private final WebService page;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Map<String, User> users = new TreeMap<>();
  private final Map<String, PageReader> readers = new TreeMap<>();
  private volatile Instant now = BenchedCompany.evening();
  private int minute;

  private PageBench(int rounds, BenchedCompany company, CallDatabase database) {
    this.rounds = rounds;
    this.company = company;
    Configuration configuration = company.settings().configuration();
    configuration.users().forEach(user -> users.put(user.name(), user));
    HikariDataSource pool = PagePool.forSessions(database);
    this.sessions = new Sessions(pool, new Users(configuration.users()), () -> now);
    this.page =
        WebService.start(
            Objects.requireNonNull(configuration.web()),
            configuration,
            database,
            (language, moment) -> List.of(),
            new Counters(),
            () -> now);
  }

  /** Arguments: notifications of the history, rounds, and optionally a folder to keep it in. */
  public static void main(String[] arguments) {
    try {
      Path folder =
          arguments.length > 2
              ? Path.of(arguments[2])
              : Files.createTempDirectory("calltally-page");
      BenchedCompany company = BenchedCompany.in(folder, Long.parseLong(arguments[0]));
      try (CallDatabase database = company.open()) {
        new PageBench(Integer.parseInt(arguments[1]), company, database).run();
      }
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private void run() throws Exception {
    live("all", IntStream.range(0, 10));
    live("a department", IntStream.of(10, 14, 18));
    live("a manager's own", IntStream.of(20));
    PageReader all = reader("reader0");
    cold(all, "/calls");
    cold(all, "/calls?line=Line%203&outcome=missed");
    cold(all, customer(all));
    cold(all, "/manager/Manager%2011");
    cold(all, "/manager/Manager%2011?from=2026-10-27&to=2026-11-27");
    cold(all, "/line/Line%203");
    cold(all, "/day/2026-11-26");
  }

  /** A reader of that name, who logs in if they have no session. */
  private PageReader reader(String name) {
    return readers.computeIfAbsent(
        name,
        user ->
            new PageReader(
                page.address(),
                sessions.begin(Objects.requireNonNull(users.get(user))).id(),
                client));
  }

  private String customer(PageReader reader) throws Exception {
    Matcher link =
        CUSTOMER.matcher(client.send(reader.request("/today"), BodyHandlers.ofString()).body());
    if (!link.find()) {
      throw new IllegalStateException("nobody waits");
    }
    return link.group();
  }

  /** Readers who see the same: one of them asks first, and all in turn get it from the cache. */
  private void live(String scope, IntStream numbers) throws Exception {
    List<String> names = numbers.mapToObj(number -> "reader" + number).toList();
    for (String path : List.of("/today", "/today/live")) {
      for (int round = 0; round < WARM_UP_ROUNDS * rounds; round++) {
        nextMinute();
        for (String name : names) {
          reader(name).read(path);
          now = now.plus(NEXT_REQUEST);
        }
      }
      List<Double> cold = new ArrayList<>();
      List<Double> unchanged = new ArrayList<>();
      List<Double> cached = new ArrayList<>();
      CpuTime start = used();
      for (int round = 0; round < rounds; round++) {
        nextMinute();
        cold.add(reader(names.get(0)).read(path));
      }
      CpuTime ofCold = used().since(start);
      for (int round = 0; round < rounds; round++) {
        nextMinute();
        reader(names.get(0)).read(path);
        for (int read = 1; read <= CACHED_READS; read++) {
          now = now.plus(NEXT_REQUEST);
          cached.add(reader(names.get(read % names.size())).read(path));
        }
        now = now.plus(OLDER_THAN_CACHE);
        unchanged.add(reader(names.get(0)).read(path));
      }
      say("%-60s %s", path + ", " + scope + ", cold", times(cold) + "; " + cpu(ofCold, rounds));
      say("%-60s %s", path + ", " + scope + ", from the cache", times(cached));
      say("%-60s %s", path + ", " + scope + ", with nothing new", times(unchanged));
    }
  }

  /** Sessions do not survive that the clock is set back. */
  private void nextMinute() {
    minute = (minute + 1) % MINUTES;
    if (minute == 0) {
      readers.clear();
    }
    now = BenchedCompany.evening().plus(Duration.ofMinutes(minute));
  }

  /** This process is the page and its reader. */
  private CpuTime used() throws IOException {
    return CpuTime.of(ProcessHandle.current(), company);
  }

  private static String cpu(CpuTime used, int reads) {
    return String.format(
        Locale.ROOT,
        "CPU %.1f + %.1f ms in the database",
        used.ofService(reads),
        used.ofDatabase(reads));
  }

  private void cold(PageReader reader, String path) throws Exception {
    List<Double> taken = new ArrayList<>();
    try {
      for (int round = 0; round < 2 * rounds; round++) {
        now = now.plus(OLDER_THAN_CACHE);
        double took = reader.read(path);
        if (round >= rounds) {
          taken.add(took);
        }
      }
      say("%-60s %s", path, times(taken));
    } catch (IOException e) {
      say("%-60s %s", path, e.getMessage());
    }
  }

  private static String times(List<Double> taken) {
    double[] sorted = taken.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "p50 %7.1f ms, p95 %7.1f ms, longest %7.1f ms",
        sorted[sorted.length / 2],
        sorted[(int) Math.ceil(sorted.length * 0.95) - 1],
        sorted[sorted.length - 1]);
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
