package calltally.app.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import calltally.app.database.CallDatabase;
import calltally.app.database.PagePool;
import calltally.ingest.receiver.Load;
import calltally.web.session.Sessions;
import calltally.web.user.Users;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

/**
 * Measures what fifty readers of the page cost the receiver: in each round the receiver answers
 * first alone, then next to them, or the other way round.
 */
public final class ReadersBench {

  private static final int CONNECTIONS = 64;
  private static final int PER_SECOND = 500;

  private final int seconds;
  private final int rounds;
  private final URI receiver;
  private final List<PageReader> readers;
  private final List<Double> throughput = new ArrayList<>();
  private final List<Double> p99 = new ArrayList<>();
  private int run;

  private ReadersBench(int seconds, int rounds, URI receiver, List<PageReader> readers) {
    this.seconds = seconds;
    this.rounds = rounds;
    this.receiver = receiver;
    this.readers = readers;
  }

  /** Arguments: notifications of the history, seconds of a measurement, rounds, and a folder. */
  public static void main(String[] arguments) {
    try {
      Path folder =
          arguments.length > 3
              ? Path.of(arguments[3])
              : Files.createTempDirectory("calltally-readers");
      BenchedCompany company = BenchedCompany.in(folder, Long.parseLong(arguments[0]));
      measure(company, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
      System.exit(0);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void measure(BenchedCompany company, int seconds, int rounds) throws Exception {
    try (BenchedService service = BenchedService.start(company);
        CallDatabase database = company.open();
        HikariDataSource pool = PagePool.forSessions(database)) {
      URI receiver = service.address();
      List<PageReader> readers = readers(company, pool, service.address());
      new ReadersBench(seconds, rounds, receiver, readers).run();
    }
  }

  private static List<PageReader> readers(BenchedCompany company, HikariDataSource pool, URI page) {
    var users = company.settings().configuration().users();
    Sessions sessions = new Sessions(pool, new Users(users), BenchedCompany.clock());
    HttpClient client = HttpClient.newHttpClient();
    return users.stream()
        .map(user -> new PageReader(page, sessions.begin(user).id(), client))
        .toList();
  }

  private void run() throws Exception {
    for (PageReader reader : readers) {
      say("warming up: %.0f ms", reader.read("/today/live"));
    }
    load(2 * seconds, 0);
    for (int round = 0; round < rounds; round++) {
      Load.Result[] alone = new Load.Result[2];
      Load.Result[] read = new Load.Result[2];
      for (int half = 0; half < 2; half++) {
        if ((round + half) % 2 == 0) {
          alone = new Load.Result[] {load(seconds, 0), load(seconds, PER_SECOND)};
        } else {
          read = withReaders();
        }
      }
      say(alone, "alone");
      say(read, "next to readers");
      throughput.add(read[0].perSecond() / alone[0].perSecond());
      p99.add(read[1].millis(0.99) / alone[1].millis(0.99));
      say("  ratios: throughput %.3f, p99 %.3f", throughput.get(round), p99.get(round));
    }
    say("throughput, with readers / alone: %s", summary(throughput));
    say("p99 at %d a second, with readers / alone: %s", PER_SECOND, summary(p99));
  }

  private Load.Result[] withReaders() throws Exception {
    try (PollingReaders polling = new PollingReaders(readers)) {
      Load.Result[] results = {load(seconds, 0), load(seconds, PER_SECOND)};
      double[] taken = polling.taken().stream().mapToDouble(Double::doubleValue).sorted().toArray();
      say(
          "  %d polls: p50 %.0f ms, p95 %.0f ms; other answers than 200: %s",
          taken.length,
          taken[taken.length / 2],
          taken[(int) (taken.length * 0.95)],
          polling.wrong());
      return results;
    }
  }

  /**
   * Loads the receiver.
   *
   * @param perSecond 0: as much as possible
   */
  private Load.Result load(int forSeconds, int perSecond) throws IOException {
    run++;
    Load load = new Load(receiver.getPort(), CONNECTIONS, request(run), 200);
    return perSecond == 0 ? load.run(forSeconds) : load.run(forSeconds, perSecond);
  }

  private static LongFunction<byte[]> request(int run) {
    String path =
        "/notify/"
            + BenchedCompany.TOKEN
            + "?event=incoming_call_start&caller=%2B375291112233&receiver=%2B375290000001&time="
            + BenchedCompany.evening()
            + "&pbx_id=";
    String suffix = "." + run + "." + System.nanoTime() + " HTTP/1.1\r\nHost: a\r\n\r\n";
    return number -> ("GET " + path + number + suffix).getBytes(ISO_8859_1);
  }

  private static void say(Load.Result[] results, String what) {
    say(
        "%s: %,.0f/s; %d a second: p50 %.1f ms, p99 %.1f ms; %d wrong",
        what,
        results[0].perSecond(),
        PER_SECOND,
        results[1].millis(0.5),
        results[1].millis(0.99),
        results[0].wrong() + results[1].wrong());
  }

  private static String summary(List<Double> ratios) {
    double[] sorted = ratios.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "median %.3f (%.3f to %.3f) of %s",
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1],
        Arrays.toString(sorted));
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
