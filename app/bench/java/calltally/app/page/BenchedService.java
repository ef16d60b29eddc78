package calltally.app.page;

import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.ReceiverService;
import calltally.app.service.WebService;
import calltally.ingest.metrics.Counters;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Receiver and page in one process of their own, with the launcher's options, as {@code serve} runs
 * them; without the refresh, which costs the same with readers and without.
 */
final class BenchedService implements AutoCloseable {

  private final Process process;
  private final BufferedReader out;

  private BenchedService(Process process) {
    this.process = process;
    this.out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  static BenchedService start(BenchedCompany company) throws IOException {
    List<String> command =
        List.of(
            "java",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "-Xms128m",
            "-Xmn64m",
            "-cp",
            System.getProperty("java.class.path"),
            BenchedService.class.getName(),
            company.folder().toString());
    return new BenchedService(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /**
   * Prints the addresses of receiver and page. Its clock goes on by a minute for each byte of its
   * input; when that ends, it ends.
   */
  public static void main(String[] arguments) throws IOException {
    BenchedCompany company = new BenchedCompany(Path.of(arguments[0]));
    ResolvedSettings settings = company.settings();
    InstantSource clock = BenchedCompany.clock();
    AtomicInteger minutes = new AtomicInteger();
    try (CallDatabase database = company.open()) {
      Counters counters = new Counters();
      ReceiverService receiver =
          ReceiverService.start(settings, database, Clock.systemUTC(), counters);
      WebService page =
          WebService.start(
              Objects.requireNonNull(settings.configuration().web()),
              settings.configuration(),
              database,
              (language, now) -> List.of(),
              counters,
              () -> clock.instant().plus(Duration.ofMinutes(minutes.get())));
      System.out.println(receiver.address());
      System.out.println(page.address());
      while (System.in.read() >= 0) {
        minutes.incrementAndGet();
      }
      page.close();
      receiver.close();
    }
    System.exit(0);
  }

  /** The next address that the process prints. */
  URI address() throws IOException {
    String line = out.readLine();
    while (line != null && !line.startsWith("http")) {
      line = out.readLine();
    }
    return URI.create(Objects.requireNonNull(line));
  }

  /** Lets the minute begin in which no page has been selected yet. */
  void nextMinute() throws IOException {
    process.getOutputStream().write(1);
    process.getOutputStream().flush();
  }

  ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
  }
}
