package calltally.reporting.handover;

import calltally.reporting.handover.CrmAnswer.Unavailable;
import calltally.reporting.http.TokenBucket;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.exception.DataAccessException;
import org.jooq.impl.DSL;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates, updates and closes the tasks of waiting callers in CRMs, each once, however many senders
 * share a database.
 */
public final class TaskSender {

  private static final Logger LOG = LoggerFactory.getLogger(TaskSender.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final DSLContext sql;
  private final List<TaskReceiver> receivers;
  private final TaskText words;
  private final Map<String, TokenBucket> buckets = new HashMap<>();

  /**
   * Serves the CRMs among the receivers.
   *
   * @param database connections of the role calltally_report
   */
  public TaskSender(DataSource database, CallerReceivers receivers) {
    this.sql = DSL.using(database, SQLDialect.POSTGRES);
    this.receivers = receivers.crms();
    this.words = new TaskText(receivers.language());
  }

  /**
   * Makes one attempt at each task that is due, as far as the CRMs' limits of requests permit.
   *
   * @throws DataAccessException when the database is unavailable
   */
  public void send(InstantSource clock) {
    receivers.forEach(receiver -> send(receiver, clock));
  }

  private void send(TaskReceiver receiver, InstantSource clock) {
    TokenBucket bucket =
        buckets.computeIfAbsent(receiver.crm().host(), host -> receiver.crm().newBucket());
    boolean goesOn = true;
    while (goesOn && !Thread.currentThread().isInterrupted()) {
      Instant now = clock.instant();
      goesOn =
          bucket.has(receiver.crm().mostRequests(), now)
              && new ClaimTask(receiver, now)
                  .run(sql)
                  .filter(task -> isAnswering(task, receiver, bucket, clock))
                  .isPresent();
    }
  }

  /** Whether an attempt at the next task is worthwhile. */
  private boolean isAnswering(
      ClaimedTask task, TaskReceiver receiver, TokenBucket bucket, InstantSource clock) {
    CrmTask wanted = words.of(task, receiver.responsibles());
    Optional<TaskResult> result = new AttemptTask(task, receiver, wanted, bucket).run(sql);
    Instant now = clock.instant();
    result.ifPresent(ended -> end(task, receiver, ended, now));
    if (result.isPresent() && result.get().failure() instanceof Unavailable unavailable) {
      Duration asked = unavailable.retryAfter();
      bucket.pause(now.plus(asked == null ? PAUSE : asked));
      return false;
    }
    return true;
  }

  private void end(ClaimedTask task, TaskReceiver receiver, TaskResult result, Instant now) {
    new EndTask(task, result, now).run(sql);
    LOG.info("task {} in {}: {}, {}", task.mark(), receiver.name(), result.state(), result.words());
  }
}
