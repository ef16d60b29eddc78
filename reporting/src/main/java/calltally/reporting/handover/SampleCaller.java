package calltally.reporting.handover;

import calltally.reporting.handover.CallerReceivers.Hook;
import calltally.reporting.http.NotifyResult;
import calltally.reporting.http.TokenBucket;
import calltally.reporting.report.CallbackState;
import calltally.reporting.report.CustomerNumbers;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * An invented caller, with whom receivers are tried.
 *
 * @param number in E.164
 * @param now when the caller waits no longer; the missed call was ten minutes before
 * @param language of tasks
 */
public record SampleCaller(String number, Instant now, ZoneId zone, Locale language) {

  private static final Duration WAIT = Duration.ofMinutes(10);

  /** What a program would be posted. */
  public List<String> preview(Hook hook) {
    return List.of(
        json(hook, CallerKind.WAITING),
        json(hook, CallerKind.OVERDUE),
        json(hook, CallerKind.SETTLED));
  }

  /** Posts a waiting caller, and that they wait no longer; stops at the first failure. */
  public NotifyResult send(Hook hook) {
    NotifyResult waiting = hook.webhook().post(json(hook, CallerKind.WAITING), now);
    return waiting.isTaken() ? hook.webhook().post(json(hook, CallerKind.SETTLED), now) : waiting;
  }

  private String json(Hook hook, CallerKind kind) {
    return CallerJson.of(caller(hook.source(), hook.masksNumbers(), kind));
  }

  /** The requests that a CRM would get, without the address. */
  public List<String> preview(TaskReceiver receiver) {
    return receiver.crm().preview(task(receiver, CallerKind.WAITING));
  }

  /** Creates a task and closes it; stops at the first failure. */
  public CrmAnswer send(TaskReceiver receiver) {
    Crm crm = receiver.crm();
    TokenBucket bucket = crm.newBucket();
    CrmTask waiting = task(receiver, CallerKind.WAITING);
    CrmAnswer found = crm.find(waiting.mark(), bucket);
    if (!(found instanceof CrmAnswer.Missing)) {
      return found;
    }
    CrmAnswer created = crm.create(waiting, bucket);
    return created instanceof CrmAnswer.Done done
        ? crm.close(done.id(), task(receiver, CallerKind.SETTLED), bucket)
        : created;
  }

  private CrmTask task(TaskReceiver receiver, CallerKind kind) {
    ClaimedTask claimed =
        new ClaimedTask(
            new ClaimedTask.Key(0, 0, receiver.name()),
            "ct-test-" + now.getEpochSecond(),
            TaskState.DUE,
            1,
            null,
            now.plus(WAIT),
            1,
            0,
            null,
            caller(receiver.source(), receiver.masksNumbers(), kind));
    return new TaskText(language).of(claimed, receiver.responsibles());
  }

  private NotifiedCaller caller(String source, boolean masksNumbers, CallerKind kind) {
    return new NotifiedCaller(
        "0-%d-%s".formatted(now.getEpochSecond(), kind),
        kind,
        source,
        zone,
        number,
        masksNumbers ? CustomerNumbers.MASKED : CustomerNumbers.SHOWN,
        null,
        "Calltally test",
        new NotifiedCaller.Calls(1, now.minus(WAIT), now.minus(WAIT), "no_answer", List.of(), 0),
        kind == CallerKind.SETTLED
            ? new NotifiedCaller.End(CallbackState.of("returned"), now, null)
            : null);
  }
}
