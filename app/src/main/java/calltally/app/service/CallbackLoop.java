package calltally.app.service;

import calltally.app.database.CallDatabase;
import calltally.reporting.handover.CallbackMonitor;
import calltally.reporting.handover.CallerReceivers;
import calltally.reporting.mail.CircuitBreakers;
import calltally.sql.DatabaseRole;
import java.time.Duration;
import java.time.InstantSource;

/** Checks every minute who has waited too long for a call-back, and who waits no longer. */
public final class CallbackLoop implements AutoCloseable {

  private static final String TASK = "callbacks";
  private static final Duration BETWEEN_LOOKS = Duration.ofMinutes(1);
  private static final Duration LATE = Duration.ofMinutes(10);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  private final TaskThread thread = new TaskThread(TASK, CLOSE_TIMEOUT);

  private CallbackLoop() {}

  /**
   * Starts the loop.
   *
   * @param breakers shared by all who mail
   */
  public static CallbackLoop start(
      CallerReceivers receivers,
      InstantSource clock,
      CallDatabase database,
      CircuitBreakers breakers,
      TaskHealth health) {
    CallbackMonitor monitor =
        new CallbackMonitor(database.forTasks(DatabaseRole.REPORT), receivers, breakers);
    CallbackLoop loop = new CallbackLoop();
    health.expect(TASK, LATE);
    loop.thread.repeat(BETWEEN_LOOKS, new RepeatingTask(TASK, () -> monitor.look(clock), health));
    return loop;
  }

  @Override
  public void close() {
    thread.close();
  }
}
