package calltally.reporting.delivery;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Threads that do the same work, started when there is some, and never more than so many. */
public final class DeliveryWorkers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryWorkers.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final Semaphore places;
  private final Runnable work;
  private final AtomicBoolean isWanted = new AtomicBoolean();
  private final ExecutorService threads = Executors.newCachedThreadPool(DeliveryWorkers::thread);

  /**
   * Starts no thread yet.
   *
   * @param most how many threads may work at once
   * @param work ends when nothing is left, or its thread is interrupted
   */
  public DeliveryWorkers(int most, Runnable work) {
    this.places = new Semaphore(most);
    this.work = work;
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "mail");
    thread.setDaemon(true);
    return thread;
  }

  /** Starts a worker, now or as soon as a place is free. Never waits. */
  public void wake() {
    isWanted.set(true);
    help();
  }

  /** Starts a worker if a place is free: what is left is seen to by those who work already. */
  public void help() {
    if (places.tryAcquire()) {
      start();
    }
  }

  private void start() {
    try {
      threads.execute(this::work);
    } catch (RejectedExecutionException e) {
      places.release();
      LOG.debug("No mail is sent any more: the service stops", e);
    }
  }

  private void work() {
    isWanted.set(false);
    try {
      work.run();
    } finally {
      places.release();
      startWanted();
    }
  }

  /** What came while a worker looked for the last time must not be left to the next call. */
  private void startWanted() {
    if (isWanted.get()) {
      help();
    }
  }

  /** Whether no further work begins. */
  public boolean isClosed() {
    return threads.isShutdown();
  }

  /** Starts no further work; waits a moment for what is under way. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      if (!threads.awaitTermination(CLOSE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("Mails under way did not end in time; the next service continues");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
