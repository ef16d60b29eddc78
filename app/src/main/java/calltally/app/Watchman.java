package calltally.app;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.WatchEntry;
import calltally.reporting.watch.SpoolLevel;
import calltally.reporting.watch.Watch;
import calltally.sql.DatabaseRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks each minute whether something has gone wrong, beside all else that a service does. */
final class Watchman implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Watchman.class);
  private static final Duration BETWEEN_ROUNDS = Duration.ofMinutes(1);

  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "watchman"));
  private final Watch watch;
  private final InstantSource clock;
  private final Path spool;
  private final long spoolSize;
  private boolean isFailing;

  private Watchman(Watch watch, InstantSource clock, Configuration configuration) {
    this.watch = watch;
    this.clock = clock;
    this.spool = configuration.data().resolve("spool");
    this.spoolSize = configuration.spool().size();
  }

  /** Starts one whom the configuration asks for; what concerns all sources is told in the zone. */
  static Watchman start(WatchEntry asked, Setup setup, Shell shell, CallDatabase database) {
    Watch watch =
        new Watch(
            database.as(DatabaseRole.REPORT),
            asked.rules(),
            asked.receivers(),
            asked.language(),
            shell.zone());
    Watchman watchman = new Watchman(watch, shell.clock(), setup.configuration());
    ScheduledFuture<?> unused =
        watchman.executor.scheduleWithFixedDelay(
            watchman::round, 0, BETWEEN_ROUNDS.toMillis(), TimeUnit.MILLISECONDS);
    return watchman;
  }

  private void round() {
    try {
      watch.look(clock, new SpoolLevel(spool.toString(), spooled(), spoolSize));
      isFailing = false;
    } catch (RuntimeException e) {
      if (!isFailing && !executor.isShutdown()) {
        LOG.warn("The watch could not look, it is tried again: {}", Failure.sentence(e));
      }
      isFailing = true;
    }
  }

  /** Bytes that wait; files that are taken meanwhile wait no longer. */
  private long spooled() {
    if (!Files.isDirectory(spool)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(spool)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(".spool"))
          .mapToLong(Watchman::size)
          .sum();
    } catch (IOException e) {
      throw new UncheckedIOException("spool not measured: its folder must be readable", e);
    }
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException("spool not measured: its files must be readable", e);
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
