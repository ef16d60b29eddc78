package calltally.app.command;

import calltally.app.terminal.TextColumn;
import calltally.app.terminal.TextTable;
import calltally.app.terminal.Texts;
import calltally.reporting.delivery.DeliveryOutcome;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table of deliveries, with times in the zone. */
record DeliveryTable(Texts texts, ZoneId zone) {

  TextTable of(List<DeliveryOutcome> entries) {
    TextTable table =
        new TextTable(
            Stream.of("due", "subscription", "period", "recipient", "state", "when", "answer")
                .map(name -> new TextColumn(texts.text("column." + name), false))
                .toList());
    entries.forEach(entry -> table.add(row(entry)));
    return table;
  }

  private List<@Nullable String> row(DeliveryOutcome entry) {
    return Arrays.asList(
        moment(entry.dueAt()),
        entry.subscription(),
        dates(entry),
        entry.recipient(),
        texts.text("deliveries.state." + state(entry)),
        when(entry),
        answer(entry));
  }

  /** The server's answer, and the removal unless the answer is about that already. */
  private @Nullable String answer(DeliveryOutcome entry) {
    if (entry.removedAt() == null || entry.isTrouble()) {
      return entry.answer();
    }
    String removed = texts.text("deliveries.removed", moment(entry.removedAt()));
    return entry.answer() == null ? removed : entry.answer() + "; " + removed;
  }

  private String dates(DeliveryOutcome entry) {
    String days = new Dates(entry.dates()).in(texts);
    return entry.revision() == 0
        ? days
        : texts.text("deliveries.corrected", days, entry.revision());
  }

  /** The state; a report without recipients is only archived. */
  private static String state(DeliveryOutcome entry) {
    return entry.recipient() == null && entry.state().equals("rendered")
        ? "archived"
        : entry.state();
  }

  private String when(DeliveryOutcome entry) {
    if (entry.endedAt() != null) {
      return moment(entry.endedAt());
    }
    return entry.nextAttemptAt() == null
        ? ""
        : texts.text("deliveries.next", moment(entry.nextAttemptAt()));
  }

  private String moment(Instant instant) {
    return texts.time("moment", instant.atZone(zone));
  }
}
