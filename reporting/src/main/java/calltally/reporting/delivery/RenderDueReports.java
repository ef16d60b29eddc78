package calltally.reporting.delivery;

import calltally.reporting.delivery.SelectWaitingMailings.WaitingMailing;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.delivery.subscription.SubscriptionId;
import calltally.reporting.mail.Backoff;
import calltally.reporting.report.query.Reports;
import calltally.reporting.report.query.UnknownSourceException;
import calltally.reporting.report.query.UnknownSubjectException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the reports that are due, as many at a time as there are cores, until none is left.
 *
 * @param subscriptions those whose reports it makes
 * @param made run after each report
 */
record RenderDueReports(
    DSLContext sql,
    Reports reports,
    DispatchSettings settings,
    InstantSource clock,
    Map<SubscriptionId, Subscription> subscriptions,
    Runnable made) {

  private static final Logger LOG = LoggerFactory.getLogger(RenderDueReports.class);

  /** Longer than any report takes. */
  private static final Duration LEASE = Duration.ofMinutes(10);

  /** Returns when none is left, or the thread is interrupted. */
  void run() {
    List<WaitingMailing> waiting = waiting();
    while (!waiting.isEmpty() && !Thread.currentThread().isInterrupted()) {
      renderAll(new ConcurrentLinkedQueue<>(waiting));
      waiting = waiting();
    }
  }

  private List<WaitingMailing> waiting() {
    return subscriptions.isEmpty()
        ? List.of()
        : new SelectWaitingMailings(clock.instant())
            .run(sql).stream()
                .filter(mailing -> subscriptions.containsKey(mailing.subscription()))
                .toList();
  }

  private void renderAll(Queue<WaitingMailing> waiting) {
    int threads = Math.min(waiting.size(), Runtime.getRuntime().availableProcessors());
    ExecutorService renderers = Executors.newFixedThreadPool(threads, RenderDueReports::thread);
    try {
      List<Future<?>> renderings = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        renderings.add(renderers.submit(() -> renderNext(waiting)));
      }
      for (Future<?> rendering : renderings) {
        rendering.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw failure(e);
    } finally {
      renderers.shutdownNow();
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "render");
    thread.setDaemon(true);
    return thread;
  }

  /** What ended a renderer, as the caller's own failure. */
  private static RuntimeException failure(ExecutionException e) {
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
  }

  private void renderNext(Queue<WaitingMailing> waiting) {
    WaitingMailing mailing = waiting.poll();
    while (mailing != null && !Thread.currentThread().isInterrupted()) {
      Optional<ClaimedMailing> claimed = new ClaimMailing(mailing, clock.instant(), LEASE).run(sql);
      if (claimed.isPresent()) {
        render(claimed.get());
        made.run();
      }
      mailing = waiting.poll();
    }
  }

  private void render(ClaimedMailing mailing) {
    try {
      attempt(mailing, Objects.requireNonNull(subscriptions.get(mailing.subscription())));
    } catch (LeaseLostException e) {
      LOG.warn("{}", e.getMessage());
    }
  }

  private void attempt(ClaimedMailing mailing, Subscription subscription) {
    try {
      new RenderMailing(mailing, subscription, settings, reports, clock.instant()).run(sql);
      LOG.info(
          "Made report for {}: {} to {}, revision {}",
          mailing.subscription().key(),
          mailing.dates().from(),
          mailing.dates().until().minusDays(1),
          mailing.revision());
    } catch (LeaseLostException e) {
      throw e;
    } catch (UnfitReportException | UnknownSubjectException | UnknownSourceException e) {
      fail(mailing, FailureReason.of(e));
    } catch (RuntimeException e) {
      postpone(mailing, FailureReason.of(e));
    }
  }

  private void fail(ClaimedMailing mailing, String reason) {
    LOG.warn("ALARM: cannot make report for {}: {}", mailing.subscription().key(), reason);
    EndRendering.failed(mailing, reason).run(sql);
  }

  private void postpone(ClaimedMailing mailing, String reason) {
    Optional<Instant> next = Backoff.A_DAY.next(mailing.attempts(), clock.instant());
    if (next.isEmpty()) {
      fail(mailing, reason);
    } else {
      LOG.warn(
          "Will try again to make report for {} at {}: {}",
          mailing.subscription().key(),
          next.get(),
          reason);
      EndRendering.postponed(mailing, next.get(), reason).run(sql);
    }
  }
}
