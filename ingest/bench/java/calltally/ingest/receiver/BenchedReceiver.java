package calltally.ingest.receiver;

import calltally.ingest.spool.SpoolSettings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A receiver in its own process, with the launcher's options.
 *
 * <p>So its CPU time and memory can be measured separately from the sender's.
 */
final class BenchedReceiver implements AutoCloseable {

  private static final String PORT = "port ";

  private final Process process;
  private final int port;

  BenchedReceiver(String url, String password, Path spool) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("java", "-Xmx512m", "-Xms128m", "-Xmn64m", "-XX:+UseSerialGC"));
    command.addAll(List.of(System.getProperty("bench.options", "").split(" ")));
    command.removeIf(String::isBlank);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            BenchedReceiver.class.getName(),
            url,
            spool.toString()));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process.outputWriter().append(password).append('\n').flush();
    port =
        process
            .inputReader()
            .lines()
            .filter(line -> line.startsWith(PORT))
            .map(line -> Integer.parseInt(line.substring(PORT.length())))
            .findFirst()
            .orElseThrow();
  }

  /** Runs the receiver: prints its port, and ends when its input ends. */
  public static void main(String[] arguments) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(arguments[0]);
    pool.setUsername("calltally");
    pool.setPassword(in.readLine());
    pool.setMaximumPoolSize(4);
    pool.setConnectionTimeout(700);
    pool.setConnectionInitSql("set role calltally_ingest");
    pool.addDataSourceProperty("connectTimeout", "1");
    pool.addDataSourceProperty("socketTimeout", "6");
    SpoolSettings spool = new SpoolSettings(Path.of(arguments[1]), 1 << 30);
    ReceiverSettings settings =
        new ReceiverSettings(
            "127.0.0.1", 0, 1_000_000, List.of(), Network.LOOPBACK, spool, List.of());
    Receiver receiver = Receiver.start(settings, new HikariDataSource(pool), Clock.systemUTC());
    System.out.println(PORT + receiver.port());
    while (in.readLine() != null) {}
    receiver.close();
    System.exit(0);
  }

  int port() {
    return port;
  }

  /** The value of a metric in {@code /metrics} that has no labels. */
  double metric(String name) throws IOException, InterruptedException {
    HttpRequest metrics =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics")).build();
    return HttpClient.newHttpClient()
        .send(metrics, HttpResponse.BodyHandlers.ofLines())
        .body()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
        .sum();
  }

  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** The resident memory of the process, in MiB. */
  long memory() throws IOException {
    List<String> status = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"));
    return status.stream()
            .filter(line -> line.startsWith("VmRSS"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024;
  }

  /** Stops the receiver; returns how long it took. */
  Duration end() throws IOException, InterruptedException {
    long start = System.nanoTime();
    process.outputWriter().close();
    process.waitFor();
    return Duration.ofNanos(System.nanoTime() - start);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
