package calltally.reporting.handover;

import calltally.reporting.render.wording.Wording;
import calltally.reporting.report.CustomerNumbers;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes tasks for the people who call back. */
final class TaskText {

  private final Wording wording;
  private final CallerText words;

  TaskText(Locale locale) {
    this.wording = Wording.of(locale, CustomerNumbers.SHOWN);
    this.words = new CallerText(locale);
  }

  CrmTask of(ClaimedTask task, Responsibles responsibles) {
    NotifiedCaller caller = task.caller();
    String customer = customer(caller);
    String title =
        customer == null
            ? wording.text("handover.task.title.without_number", words.line(caller))
            : wording.text("handover.task.title", wording.customer(customer), words.line(caller));
    return new CrmTask(
        task.mark(),
        title + " · " + task.mark(),
        text(caller),
        customer,
        task.dueAt().atZone(caller.zone()).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS),
        responsibles.of(caller.calls().rung(), task.department()));
  }

  private static @Nullable String customer(NotifiedCaller caller) {
    String customer = caller.customer();
    return customer == null ? null : caller.numbers().dialled(customer).orElse(null);
  }

  private String text(NotifiedCaller caller) {
    List<String> lines = new ArrayList<>();
    lines.add(words.line(caller));
    lines.add(words.waits(caller));
    if (!caller.calls().rung().isEmpty()) {
      lines.add(wording.text("handover.task.rung", String.join(", ", caller.calls().rung())));
    }
    if (caller.end() != null) {
      lines.add(wording.text("handover.task.closed", words.what(caller)));
    }
    return String.join("\n", lines);
  }
}
