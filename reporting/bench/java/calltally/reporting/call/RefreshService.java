package calltally.reporting.call;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** What {@code serve} does for the figures: as many threads as cores, each with its slices. */
public final class RefreshService implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofSeconds(3);

  private final HikariDataSource pool = new HikariDataSource();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean isClosing;

  RefreshService(PGSimpleDataSource database, int atOnce) {
    pool.setJdbcUrl(database.getUrl());
    pool.setUsername(database.getUser());
    pool.setPassword(database.getPassword());
    pool.setMinimumIdle(1);
    pool.setMaximumPoolSize(2 * atOnce + 8);
    Refresh refresh = new Refresh(pool);
    for (int i = 0; i < atOnce; i++) {
      int first = i;
      Thread thread = new Thread(() -> repeat(refresh, first, atOnce), "refresh " + i);
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
  }

  /** The same in a process of its own, which can be killed. */
  static Process start(PGSimpleDataSource database, int atOnce) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-Dorg.jooq.no-logo=true",
            "-Dorg.jooq.no-tips=true",
            "-cp",
            System.getProperty("java.class.path"),
            RefreshService.class.getName(),
            database.getUrl(),
            String.valueOf(database.getUser()),
            String.valueOf(database.getPassword()),
            String.valueOf(atOnce))
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /**
   * Refreshes until it is killed.
   *
   * @param arguments JDBC address, user, password, threads
   */
  public static void main(String[] arguments) throws InterruptedException {
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setUrl(arguments[0]);
    database.setUser(arguments[1]);
    database.setPassword(arguments[2]);
    try (RefreshService service = new RefreshService(database, Integer.parseInt(arguments[3]))) {
      service.threads.get(0).join();
    }
  }

  private void repeat(Refresh refresh, int first, int step) {
    while (!isClosing) {
      try {
        for (int slice = first; slice < refresh.slices(); slice += step) {
          refreshed(refresh, slice);
        }
        Thread.sleep(PAUSE.toMillis());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void refreshed(Refresh refresh, int slice) {
    try {
      var unused = refresh.runIfDue(slice, PAUSE);
    } catch (RuntimeException e) {
      // A poisoned slice is tried again, as in the service.
      String message = String.valueOf(e.getMessage());
      System.out.println("slice " + slice + ": " + message.replaceFirst("(?s).*ERROR: ", ""));
    }
  }

  @Override
  public void close() {
    isClosing = true;
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    pool.close();
  }
}
