package calltally.ingest.receiver;

import calltally.ingest.spool.SpoolSettings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** A receiver in a process of its own, so that its time and memory can be told from the sender's. */
final class BenchedReceiver implements AutoCloseable {

  private final Process process;
  private final int port;

  BenchedReceiver(String url, String password, Path spool) throws IOException {
    process =
        new ProcessBuilder(
                "java",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                BenchedReceiver.class.getName(),
                url,
                spool.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    process.outputWriter().append(password).append('\n').flush();
    port = Integer.parseInt(process.inputReader().readLine());
  }

  /** The receiver's own process: prints its port, and ends with its input. */
  public static void main(String[] arguments) throws IOException {
    byte[] password = new byte[100];
    int length = System.in.read(password);
    HikariConfig pool = new HikariConfig();
    pool.setJdbcUrl(arguments[0]);
    pool.setUsername("calltally");
    pool.setPassword(new String(password, 0, length - 1, java.nio.charset.StandardCharsets.UTF_8));
    pool.setMaximumPoolSize(4);
    pool.setConnectionTimeout(700);
    pool.setConnectionInitSql("set role calltally_ingest");
    SpoolSettings spool = new SpoolSettings(Path.of(arguments[1]), 1 << 30);
    ReceiverSettings settings = new ReceiverSettings("127.0.0.1", 0, 1_000_000, List.of(), List.of(), spool);
    Receiver receiver =
        Receiver.start(settings, new HikariDataSource(pool), Clock.systemUTC());
    System.out.println(receiver.port());
    while (System.in.read() >= 0) {}
    Runtime.getRuntime().halt(0);
  }

  int port() {
    return port;
  }

  Duration cpu() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** What it has of the machine's memory, in MiB. */
  long memory() throws IOException {
    List<String> status = Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"));
    return status.stream()
            .filter(line -> line.startsWith("VmRSS"))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
