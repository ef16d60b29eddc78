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
import java.util.function.IntSupplier;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Measures what fifty readers of the page cost the receiver: rounds alone and rounds next to them
 * take turns, and each round next to them is compared with those before and after it.
 */
public final class ReadersBench {

  private static final int CONNECTIONS = 64;
  private static final int PER_SECOND = 500;

  /** A service runs for weeks; until then its code is still being compiled. */
  private static final int WARM_UP_MINUTES = 50;

  private final int seconds;
  private final int pairs;
  private final BenchedCompany company;
  private final BenchedService service;
  private final URI receiver;
  private final List<PollingReader> readers;
  private final List<Round> rounds = new ArrayList<>();
  private int run;

  private ReadersBench(
      int seconds,
      int pairs,
      BenchedCompany company,
      BenchedService service,
      URI receiver,
      List<PollingReader> readers) {
    this.seconds = seconds;
    this.pairs = pairs;
    this.company = company;
    this.service = service;
    this.receiver = receiver;
    this.readers = readers;
  }

  /**
   * What was measured in a round.
   *
   * @param full at full load
   * @param paced at a fixed rate
   * @param cpu used while the rate was fixed
   * @param polls answered then
   */
  private record Round(Load.Result full, Load.Result paced, CpuTime cpu, int polls) {

    double millis() {
      return cpu.ofService(1) + cpu.ofDatabase(1);
    }
  }

  /** Arguments: notifications of the history, seconds of a measurement, pairs, and a folder. */
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

  private static void measure(BenchedCompany company, int seconds, int pairs) throws Exception {
    try (BenchedService service = BenchedService.start(company);
        CallDatabase database = company.open();
        HikariDataSource pool = PagePool.forSessions(database)) {
      URI receiver = service.address();
      List<PollingReader> readers = readers(company, pool, service.address());
      new ReadersBench(seconds, pairs, company, service, receiver, readers).run();
    }
  }

  private static List<PollingReader> readers(
      BenchedCompany company, HikariDataSource pool, URI page) {
    var users = company.settings().configuration().users();
    Sessions sessions = new Sessions(pool, new Users(users), BenchedCompany.clock());
    HttpClient client = HttpClient.newHttpClient();
    return users.stream()
        .map(user -> new PageReader(page, sessions.begin(user).id(), client))
        .map(PollingReader::new)
        .toList();
  }

  private void run() throws Exception {
    for (int minute = 0; minute < WARM_UP_MINUTES; minute++) {
      service.nextMinute();
      for (PollingReader reader : readers) {
        reader.poll();
      }
    }
    load(seconds, 0);
    load(seconds, PER_SECOND);
    rounds.add(alone());
    for (int pair = 0; pair < pairs; pair++) {
      rounds.add(withReaders());
      rounds.add(alone());
    }
    summarize();
  }

  private Round alone() throws IOException {
    return said("alone", round(() -> 0));
  }

  private Round withReaders() throws IOException {
    try (PollingReaders polling = new PollingReaders(readers)) {
      Round round = said("next to readers", round(() -> polling.taken().size()));
      double[] taken = polling.taken().stream().mapToDouble(Double::doubleValue).sorted().toArray();
      say(
          "  %d polls, %d of them changed, %d wrong: p50 %.1f ms, p95 %.1f ms",
          taken.length,
          polling.changed(),
          polling.wrong(),
          taken[taken.length / 2],
          taken[(int) (taken.length * 0.95)]);
      return round;
    }
  }

  private Round round(IntSupplier polls) throws IOException {
    Load.Result full = load(seconds, 0);
    CpuTime start = CpuTime.of(service.process(), company);
    int before = polls.getAsInt();
    Load.Result paced = load(seconds, PER_SECOND);
    CpuTime used = CpuTime.of(service.process(), company).since(start);
    return new Round(full, paced, used, polls.getAsInt() - before);
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

  /** The sources take turns. */
  private static LongFunction<byte[]> request(int run) {
    String fields =
        "?event=incoming_call_start&caller=%2B375291112233&receiver=%2B375290000001&time="
            + BenchedCompany.evening()
            + "&pbx_id=";
    String suffix = "." + run + "." + System.nanoTime() + " HTTP/1.1\r\nHost: a\r\n\r\n";
    List<String> tokens = BenchedCompany.TOKENS;
    return number ->
        ("GET /notify/" + tokens.get((int) (number % tokens.size())) + fields + number + suffix)
            .getBytes(ISO_8859_1);
  }

  private static Round said(String what, Round round) {
    say(
        "%-15s %,7.0f/s; at %d a second: p50 %.2f ms, p99 %.2f ms, CPU %.0f + %.0f ms in the"
            + " database; %d refused",
        what,
        round.full.perSecond(),
        PER_SECOND,
        round.paced.millis(0.5),
        round.paced.millis(0.99),
        round.cpu.ofService(1),
        round.cpu.ofDatabase(1),
        round.full.wrong() + round.paced.wrong());
    return round;
  }

  private void summarize() {
    compare("throughput", round -> round.full.perSecond());
    compare("p50 at " + PER_SECOND + " a second", round -> round.paced.millis(0.5));
    compare("p99 at " + PER_SECOND + " a second", round -> round.paced.millis(0.99));
    compare("CPU at " + PER_SECOND + " a second", Round::millis);
    double[] perPoll = new double[pairs];
    for (int pair = 0; pair < pairs; pair++) {
      Round read = rounds.get(2 * pair + 1);
      perPoll[pair] = (read.millis() - around(pair, Round::millis)) / Math.max(1, read.polls);
    }
    say("CPU of a poll, in ms: %s", summary(perPoll));
  }

  private void compare(String what, ToDoubleFunction<Round> figure) {
    double[] ratios = new double[pairs];
    for (int pair = 0; pair < pairs; pair++) {
      ratios[pair] = figure.applyAsDouble(rounds.get(2 * pair + 1)) / around(pair, figure);
    }
    double[] alone =
        IntStream.rangeClosed(0, pairs)
            .mapToDouble(round -> figure.applyAsDouble(rounds.get(2 * round)))
            .toArray();
    say("%s, next to readers / alone: %s; alone %s", what, summary(ratios), summary(alone));
  }

  /** The mean of the rounds alone before and after. */
  private double around(int pair, ToDoubleFunction<Round> figure) {
    return (figure.applyAsDouble(rounds.get(2 * pair))
            + figure.applyAsDouble(rounds.get(2 * pair + 2)))
        / 2;
  }

  private static String summary(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "median %.3f (%.3f to %.3f)",
        sorted[sorted.length / 2],
        sorted[0],
        sorted[sorted.length - 1]);
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
