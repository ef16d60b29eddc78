package calltally.reporting.call;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.postgresql.ds.PGSimpleDataSource;

/** A refresher in a JVM of its own with little memory, so that its memory use can be measured. */
public final class RefreshProgram implements AutoCloseable {

  private static final List<String> MEMORY =
      List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=96m");

  private final Process process;
  private final PrintStream orders;
  private final BufferedReader answers;

  private RefreshProgram(Process process) {
    this.process = process;
    this.orders = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** The result of a run: milliseconds, and the peak resident memory of the process. */
  record Run(long notifications, long calls, long days, long milliseconds, long peakKilobytes) {}

  static RefreshProgram start(PGSimpleDataSource database) throws IOException {
    List<String> words =
        new java.util.ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    words.addAll(MEMORY);
    words.addAll(
        List.of(
            "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true",
            "-cp",
            System.getProperty("java.class.path"),
            RefreshProgram.class.getName(),
            database.getUrl(),
            String.valueOf(database.getUser()),
            String.valueOf(database.getPassword())));
    return new RefreshProgram(
        new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  Run refresh() throws IOException {
    return give('r');
  }

  Run rebuild() throws IOException {
    return give('b');
  }

  private Run give(char order) throws IOException {
    orders.println(order);
    String answer = answers.readLine();
    String[] numbers = String.valueOf(answer).split(" ", -1);
    return new Run(
        Long.parseLong(numbers[0]),
        Long.parseLong(numbers[1]),
        Long.parseLong(numbers[2]),
        Long.parseLong(numbers[3]),
        Long.parseLong(numbers[4]));
  }

  @Override
  public void close() {
    process.destroy();
  }

  /**
   * Executes orders from its input until that ends.
   *
   * @param arguments JDBC address, user, password
   */
  public static void main(String[] arguments) throws IOException {
    HikariDataSource database = new HikariDataSource();
    database.setJdbcUrl(arguments[0]);
    database.setUsername(arguments[1]);
    database.setPassword(arguments[2]);
    database.setMinimumIdle(1);
    // As in the service, which keeps its connections.
    Refresh refresh = new Refresh(database);
    int order;
    while ((order = System.in.read()) >= 0) {
      switch (order) {
        case 'b' -> say(refresh.rebuild());
        case 'r' -> say(refresh.run());
        default -> {}
      }
    }
  }

  private static void say(RefreshResult result) throws IOException {
    System.out.printf(
        Locale.ROOT,
        "%d %d %d %d %d%n",
        result.notifications(),
        result.calls(),
        result.days(),
        result.duration().toMillis(),
        peakKilobytes());
    System.out.flush();
  }

  private static long peakKilobytes() throws IOException {
    return Files.readAllLines(Path.of("/proc/self/status")).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .map(line -> line.replaceAll("\\D", ""))
        .mapToLong(Long::parseLong)
        .findFirst()
        .orElse(0);
  }
}
