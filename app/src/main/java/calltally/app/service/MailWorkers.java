package calltally.app.service;

import calltally.ingest.metrics.Counters;
import calltally.reporting.delivery.DeliverySender;
import calltally.reporting.delivery.DeliveryWorkers;
import java.time.Duration;
import java.util.OptionalDouble;

/** Mails what is waiting, several mails at once, while the next reports are made. */
final class MailWorkers implements AutoCloseable {

  private static final String TASK = "mail";
  private static final Duration LATE = Duration.ofMinutes(30);

  private final DeliverySender sender;
  private final DeliveryWorkers workers;

  /**
   * Workers that wait for {@link #wake}.
   *
   * @param connections how many mails may be sent at once
   */
  MailWorkers(DeliverySender sender, int connections, Counters counters, TaskHealth health) {
    this.sender = sender;
    RepeatingTask task = new RepeatingTask(TASK, () -> send(health), health);
    this.workers = new DeliveryWorkers(connections, () -> attempt(task));
    health.expect(TASK, LATE);
    counters.gauge(
        "mails_under_way",
        "Mails that are being sent at this moment.",
        () -> OptionalDouble.of(sender.underWay()));
    counters.gauge(
        "mail_server_paused",
        "1 while mails wait because the mail server did not work the last times, otherwise 0.",
        () -> OptionalDouble.of(sender.isPaused() ? 1 : 0));
  }

  /** Has somebody look for waiting mails. Never waits. */
  void wake() {
    workers.wake();
  }

  private void attempt(RepeatingTask task) {
    TaskThread.attempt(task, workers::isClosed);
  }

  /** Each mail counts as work: a large mailing may take longer than a look may. */
  private void send(TaskHealth health) {
    sender.send(
        () -> {
          health.worked(TASK);
          workers.help();
        });
  }

  /** Leaves what has not been sent to the next service, which need not wait for the leases. */
  @Override
  public void close() {
    workers.close();
    sender.release();
  }
}
