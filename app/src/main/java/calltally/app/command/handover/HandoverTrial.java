package calltally.app.command.handover;

import calltally.app.terminal.Texts;
import calltally.reporting.handover.CallerReceivers;
import calltally.reporting.handover.CallerReceivers.Hook;
import calltally.reporting.handover.CrmAnswer;
import calltally.reporting.handover.SampleCaller;
import calltally.reporting.handover.TaskReceiver;
import calltally.reporting.http.NotifyResult;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows what each receiver gets of a caller, and tries whether it takes it.
 *
 * @param name of the only receiver; null for all
 */
public record HandoverTrial(
    CallerReceivers receivers, SampleCaller caller, @Nullable String name, Texts texts) {

  /** The names of all receivers. */
  public static List<String> names(CallerReceivers receivers) {
    return Stream.concat(
            receivers.hooks().stream().map(Hook::name),
            receivers.crms().stream().map(TaskReceiver::name))
        .toList();
  }

  private List<Hook> hooks() {
    return receivers.hooks().stream().filter(hook -> isMeant(hook.name())).toList();
  }

  private List<TaskReceiver> crms() {
    return receivers.crms().stream().filter(crm -> isMeant(crm.name())).toList();
  }

  private boolean isMeant(String receiver) {
    return name == null || name.equals(receiver);
  }

  /** Whether one of the receivers creates nothing without a number that it knows. */
  public boolean needsNumber() {
    return crms().stream().anyMatch(crm -> crm.crm().needsCustomer());
  }

  /** Prints the requests without sending them. */
  public void print(PrintStream out) {
    hooks()
        .forEach(hook -> print(out, hook.name(), hook.webhook().toString(), caller.preview(hook)));
    crms().forEach(crm -> print(out, crm.name(), crm.crm().toString(), caller.preview(crm)));
  }

  private static void print(PrintStream out, String receiver, String where, List<String> requests) {
    out.println(receiver + ", " + where + ":");
    requests.forEach(request -> out.println("  " + request));
  }

  /** Sends to each receiver, and prints what it answers; returns whether all took it. */
  public boolean send(PrintStream out) {
    boolean areTaken = true;
    for (Hook hook : hooks()) {
      NotifyResult result = caller.send(hook);
      areTaken &= said(out, hook.name(), result.isTaken(), result.answer());
    }
    for (TaskReceiver crm : crms()) {
      CrmAnswer answer = caller.send(crm);
      areTaken &= said(out, crm.name(), answer instanceof CrmAnswer.Done, answer.words());
    }
    return areTaken;
  }

  private boolean said(PrintStream out, String receiver, boolean isTaken, String words) {
    out.println(
        texts.text(isTaken ? "handover.test.taken" : "handover.test.refused", receiver, words));
    return isTaken;
  }
}
