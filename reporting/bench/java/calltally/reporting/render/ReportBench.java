package calltally.reporting.render;

import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures how fast reports are written, compared with JasperReports alone; each measurement runs
 * in a JVM of its own, limited to one core.
 */
public final class ReportBench {

  private static final int STARTS = 7;

  private final Path folder;
  private final String url;
  private final String user;

  private ReportBench(Path folder, TestDatabase database) {
    this.folder = folder;
    this.url = database.address().url();
    this.user = database.address().user();
  }

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("calltally-report-bench");
    try (TestDatabase database = TestDatabase.create()) {
      try (Connection connection = database.owner().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute(
            "insert into config.source (name, zone, region) values ('main', 'Europe/Minsk', 'BY')");
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      new ReportBench(folder, database).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    System.out.printf(
        Locale.ROOT,
        "start of the JVM to the daily PDF on disk: %,d ms; bare table of one page: %,d ms (medians of %d)%n",
        start("start", url, user),
        start("bare"),
        STARTS);
    program("512m", "daily", url, user);
    program("512m", "missed");
    program("122m", "pages", "13700");
    program("512m", "reviews");
    program("128m", "xlsx", "100000");
  }

  private long start(String... arguments) throws IOException, InterruptedException {
    List<Long> times = new ArrayList<>();
    for (int i = 0; i < STARTS; i++) {
      long start = System.nanoTime();
      program("512m", arguments);
      times.add((System.nanoTime() - start) / 1_000_000);
    }
    times.sort(null);
    return times.get(STARTS / 2);
  }

  /** Runs one measurement; the arguments after the first are the database's. */
  private void program(String heap, String... arguments) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:ActiveProcessorCount=1",
                "-Djava.awt.headless=true",
                "-classpath",
                System.getProperty("java.class.path"),
                ReportProgram.class.getName(),
                arguments[0],
                folder.toString()));
    command.addAll(List.of(arguments).subList(1, arguments.length));
    Process process = new ProcessBuilder(command).inheritIO().start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException(
          "cannot measure: program failed (was %s)".formatted(String.join(" ", arguments)));
    }
  }
}
