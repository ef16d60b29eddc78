package calltally.reporting.handover;

import calltally.reporting.handover.CrmAnswer.Done;
import calltally.reporting.handover.CrmAnswer.Missing;
import calltally.reporting.handover.CrmAnswer.Refused;
import calltally.reporting.handover.CrmAnswer.Unavailable;
import calltally.reporting.http.TokenBucket;
import java.util.Optional;
import org.jooq.DSLContext;

/** One attempt to create, update or close a task, whichever it needs. */
record AttemptTask(ClaimedTask task, TaskReceiver receiver, CrmTask wanted, TokenBucket bucket) {

  /** Empty where another service has taken the task over. */
  Optional<TaskResult> run(DSLContext sql) {
    String id = task.id();
    if (task.state().isOpen() && id != null) {
      return Optional.of(task.isSettled() ? close(id) : update(id));
    }
    if (task.state() == TaskState.DUE && task.isSettled()) {
      return Optional.of(notNeeded());
    }
    CrmAnswer found = receiver.crm().find(task.mark(), bucket);
    if (found instanceof Done done) {
      return Optional.of(TaskResult.found(done.id(), done.words()));
    }
    if (!(found instanceof Missing)) {
      return Optional.of(TaskResult.failed(task.state(), null, found));
    }
    if (task.isSettled()) {
      return Optional.of(notNeeded());
    }
    return new BeginTask(task).run(sql) ? Optional.of(create()) : Optional.empty();
  }

  private static TaskResult notNeeded() {
    return TaskResult.of(TaskState.CLOSED, null, "not created: the caller waits no longer");
  }

  private TaskResult create() {
    int otherwise = receiver.responsibles().otherwise();
    CrmAnswer created = receiver.crm().create(wanted, bucket);
    if (created instanceof Refused && wanted.responsible() != otherwise) {
      // The user may have left the company.
      created = receiver.crm().create(wanted.of(otherwise), bucket);
    }
    if (created instanceof Done done) {
      return TaskResult.of(TaskState.OPEN, done.id(), done.words());
    }
    boolean mayExist = created instanceof Unavailable answer && answer.mayHaveActed();
    return TaskResult.failed(mayExist ? TaskState.UNKNOWN : TaskState.DUE, null, created);
  }

  private TaskResult update(String id) {
    return changed(id, TaskState.UPDATED, receiver.crm().update(id, wanted, bucket));
  }

  private TaskResult close(String id) {
    return changed(id, TaskState.CLOSED, receiver.crm().close(id, wanted, bucket));
  }

  private TaskResult changed(String id, TaskState state, CrmAnswer answer) {
    if (answer instanceof Done) {
      return TaskResult.of(state, id, answer.words());
    }
    return answer instanceof Missing
        ? TaskResult.of(TaskState.CLOSED, id, answer.words())
        : TaskResult.failed(task.state(), id, answer);
  }
}
