package calltally.app.service;

import calltally.app.database.CallDatabase;
import calltally.reporting.handover.CallerReceivers;
import calltally.reporting.handover.TaskSender;
import calltally.sql.DatabaseRole;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Creates, updates and closes tasks in CRMs. It has a thread of its own, because a CRM may take
 * long to answer; it looks often, because a CRM limits the requests a second.
 */
public final class HandoverLoop implements AutoCloseable {

  private static final String TASK = "handover";
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(10);
  private static final Duration LATE = Duration.ofMinutes(15);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);

  private final TaskThread thread = new TaskThread(TASK, CLOSE_TIMEOUT);

  private HandoverLoop() {}

  public static HandoverLoop start(
      CallerReceivers receivers, InstantSource clock, CallDatabase database, TaskHealth health) {
    TaskSender sender = new TaskSender(database.forTasks(DatabaseRole.REPORT), receivers);
    HandoverLoop loop = new HandoverLoop();
    health.expect(TASK, LATE);
    loop.thread.repeat(BETWEEN_LOOKS, new RepeatingTask(TASK, () -> sender.send(clock), health));
    return loop;
  }

  @Override
  public void close() {
    thread.close();
  }
}
