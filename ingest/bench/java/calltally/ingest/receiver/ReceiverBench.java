package calltally.ingest.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import calltally.sql.DatabaseAddress;
import calltally.sql.Schema;
import calltally.sql.embedded.EmbeddedCluster;
import calltally.sql.settings.TokenDigest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Measures requests per second, answered after their commit.
 *
 * <p>Compares them with single-row inserts by pgbench into the same table, and with the HTTP
 * component alone; also measures answers while PostgreSQL is frozen, and the stop.
 */
public final class ReceiverBench {

  private static final String TOKEN = "a-token-of-the-benchmark";
  private static final int CONNECTIONS = 64;
  private static final String BOUNDARY = "boundary";
  private static final int TIMES_TO_WARM_UP = 4;
  private static final int SECONDS_OF_OUTAGE = 4;

  private final int seconds;
  private final int rounds;
  private final Path folder;
  private final DatabaseAddress database;

  private ReceiverBench(int seconds, int rounds, Path folder, DatabaseAddress database) {
    this.seconds = seconds;
    this.rounds = rounds;
    this.folder = folder;
    this.database = database;
  }

  /** Arguments: seconds of each measurement, rounds, pgbench. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("calltally-bench");
    try (EmbeddedCluster cluster = EmbeddedCluster.openForService(folder)) {
      ReceiverBench bench =
          new ReceiverBench(
              Integer.parseInt(arguments[0]),
              Integer.parseInt(arguments[1]),
              folder,
              cluster.address());
      bench.prepare();
      bench.run(arguments[2]);
    }
  }

  private void prepare() {
    PGSimpleDataSource owner = owner();
    Schema.migrate(owner);
    DSL.using(owner, SQLDialect.POSTGRES)
        .execute(
            "insert into config.source (name, zone, region) values ('main', 'Europe/Minsk', 'BY')");
    DSL.using(owner, SQLDialect.POSTGRES)
        .execute(
            "insert into config.source_token (source_id, digest) values (1, decode(?, 'hex'))",
            TokenDigest.of(TOKEN).hex());
  }

  private void run(String pgbench) throws Exception {
    try (BenchedReceiver receiver =
        new BenchedReceiver(database.url(), database.password(), folder.resolve("spool"))) {
      report("warming up", load(receiver, 1).run(TIMES_TO_WARM_UP * seconds));
      List<Double> ratios = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        double inserts = pgbench(pgbench);
        double alone = bare(receiver);
        double received = stored(receiver, round + 2);
        ratios.add(received / inserts);
        say(
            "  ratio to single-row inserts %.2f, to the bare component %.2f",
            received / inserts, received / alone);
      }
      say(
          "ratios to single-row inserts: %s",
          ratios.stream().map(r -> "%.2f".formatted(r)).toList());
      steady(receiver);
      slow(receiver);
      outage(receiver);
      say("memory of the receiver at the end: %d MiB", receiver.memory());
      say("graceful stop: %d ms", receiver.end().toMillis());
    }
  }

  private double stored(BenchedReceiver receiver, long run) throws Exception {
    Duration before = receiver.cpu();
    double rows = receiver.metric("calltally_flush_rows_sum");
    double statements = receiver.metric("calltally_flush_rows_count");
    double time = receiver.metric("calltally_flush_seconds_sum");
    Load.Result result = load(receiver, run).run(seconds);
    statements = receiver.metric("calltally_flush_rows_count") - statements;
    double cpu = receiver.cpu().minus(before).toNanos() / 1e6 / result.nanos().length;
    report("64 connections, mixed encodings, after commit", result);
    say("  CPU of the receiver %.3f ms per request, memory %d MiB", cpu, receiver.memory());
    say(
        "  %.1f rows and %.2f ms per statement",
        (receiver.metric("calltally_flush_rows_sum") - rows) / statements,
        (receiver.metric("calltally_flush_seconds_sum") - time) * 1000 / statements);
    return result.perSecond();
  }

  private double bare(BenchedReceiver receiver) throws IOException {
    Load.Result result =
        new Load(
                receiver.port(),
                CONNECTIONS,
                n -> "GET /elsewhere HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(ISO_8859_1),
                404)
            .run(seconds);
    report("the bare HTTP component, without a database", result);
    return result.perSecond();
  }

  private void steady(BenchedReceiver receiver) throws IOException {
    report("500 requests a second", load(receiver, 1000).run(seconds, 500));
  }

  private void slow(BenchedReceiver receiver) throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int number = 0; number < 1000; number++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), receiver.port());
      socket
          .getOutputStream()
          .write(
              ("POST /notify/"
                      + TOKEN
                      + " HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n"
                      + (number % 2 == 0 ? "" : "\r\nevent="))
                  .getBytes(ISO_8859_1));
      slow.add(socket);
    }
    report(
        "500 requests a second with 1,000 slow connections",
        load(receiver, 1001).run(seconds, 500));
    for (Socket socket : slow) {
      socket.close();
    }
  }

  /** Freezes all processes of PostgreSQL for a while. */
  private void outage(BenchedReceiver receiver) throws Exception {
    Load load = load(receiver, 1002);
    ExecutorService sender = Executors.newSingleThreadExecutor();
    Future<Load.Result> result = sender.submit(() -> load.run(SECONDS_OF_OUTAGE + 4, 500));
    TimeUnit.SECONDS.sleep(2);
    signalPostgres("STOP");
    TimeUnit.SECONDS.sleep(SECONDS_OF_OUTAGE);
    signalPostgres("CONT");
    report(
        "500 requests a second, PostgreSQL frozen for " + SECONDS_OF_OUTAGE + " s", result.get());
    sender.shutdown();
  }

  private void signalPostgres(String signal) throws IOException, InterruptedException {
    Path file = folder.resolve("postgresql/cluster/postmaster.pid");
    long postmaster = Long.parseLong(Files.readAllLines(file).get(0).strip());
    List<String> command =
        new ArrayList<>(List.of("kill", "-" + signal, String.valueOf(postmaster)));
    ProcessHandle.of(postmaster)
        .orElseThrow()
        .descendants()
        .forEach(child -> command.add(String.valueOf(child.pid())));
    new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** Single-row inserts per second by the same number of clients. */
  private double pgbench(String program) throws IOException, InterruptedException {
    Path script =
        Files.writeString(
            folder.resolve("insert.sql"),
            """
        insert into journal.notification (source_id, received_at, occurred_at, digest, event, pbx_id, caller, receiver, fields, method, channel, parser_version)
        select 1, now(), now(), sha256(convert_to(r::text || clock_timestamp()::text || pg_backend_pid()::text, 'UTF8')), 'incoming_call_start', r::text, '+375291112233', '+375290000001',
            jsonb_build_object('event', 'incoming_call_start', 'time', '2026-11-20T06:00:00.000Z', 'pbx_id', r::text, 'caller', '+375291112233', 'receiver', '+375290000001'), 'POST', 'http', 1
        from random() as r;
        """);
    URI address = URI.create(database.url().substring("jdbc:".length()));
    ProcessBuilder pgbench =
        new ProcessBuilder(
            program,
            "-n",
            "-M",
            "prepared",
            "-c",
            String.valueOf(CONNECTIONS),
            "-j",
            "2",
            "-T",
            String.valueOf(seconds),
            "-f",
            script.toString(),
            "-h",
            address.getHost(),
            "-p",
            String.valueOf(address.getPort()),
            "-U",
            database.user(),
            address.getPath().substring(1));
    pgbench.environment().put("PGPASSWORD", database.password());
    Process process = pgbench.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), ISO_8859_1);
    process.waitFor();
    double tps =
        output
            .lines()
            .filter(line -> line.startsWith("tps = "))
            .mapToDouble(line -> Double.parseDouble(line.split(" ")[2]))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException(output));
    say("pgbench, single-row inserts by 64 clients: %.0f a second", tps);
    return tps;
  }

  private static Load load(BenchedReceiver receiver, long run) {
    LongFunction<byte[]> request =
        number -> request(run + "." + number, (int) (number % 4)).getBytes(ISO_8859_1);
    return new Load(receiver.port(), CONNECTIONS, request, 200);
  }

  private static String request(String pbxId, int encoding) {
    String form =
        "event=incoming_call_start&time=2026-11-20T06%3A00%3A00.000Z&caller=%2B375291112233"
            + "&receiver=%2B375290000001&pbx_id="
            + pbxId;
    String path = "/notify/" + TOKEN;
    return switch (encoding) {
      case 0 -> "GET " + path + "?" + form + " HTTP/1.1\r\nHost: a\r\n\r\n";
      case 1 -> post(path, "application/x-www-form-urlencoded", form);
      case 2 ->
          post(
              path,
              "application/json",
              "{\"event\":\"incoming_call_start\",\"time\":\"2026-11-20T06:00:00.000Z\",\"caller\":\"+375291112233\",\"receiver\":\"+375290000001\",\"pbx_id\":\""
                  + pbxId
                  + "\"}");
      default ->
          post(
              path,
              "multipart/form-data; boundary=" + BOUNDARY,
              part("event", "incoming_call_start")
                  + part("time", "2026-11-20T06:00:00.000Z")
                  + part("caller", "+375291112233")
                  + part("receiver", "+375290000001")
                  + part("pbx_id", pbxId)
                  + "--"
                  + BOUNDARY
                  + "--\r\n");
    };
  }

  private static String part(String name, String value) {
    return "--"
        + BOUNDARY
        + "\r\nContent-Disposition: form-data; name=\""
        + name
        + "\"\r\n\r\n"
        + value
        + "\r\n";
  }

  private static String post(String path, String type, String body) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: a\r\nContent-Type: "
        + type
        + "\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  private PGSimpleDataSource owner() {
    PGSimpleDataSource owner = new PGSimpleDataSource();
    owner.setUrl(database.url());
    owner.setUser(database.user());
    owner.setPassword(database.password());
    return owner;
  }

  private static void report(String what, Load.Result result) {
    say(
        "%s: %.0f a second, p50 %.1f ms, p99 %.1f ms, longest %.1f ms, %d wrong",
        what,
        result.perSecond(),
        result.millis(0.5),
        result.millis(0.99),
        result.millis(1),
        result.wrong());
  }

  private static void say(String text, Object... values) {
    System.out.println(String.format(Locale.ROOT, text, values));
  }
}
