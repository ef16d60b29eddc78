package calltally.app.command;

import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.TextColumn;
import calltally.app.terminal.TextTable;
import calltally.reporting.delivery.DeliveryLedger;
import calltally.reporting.delivery.DeliveryOutcome;
import calltally.reporting.report.DateRange;
import calltally.sql.DatabaseRole;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists report deliveries: recipient, report and state. */
@Command(
    name = "deliveries",
    description = "Lists report deliveries: recipient, report and state; newest first.",
    mixinStandardHelpOptions = true)
final class DeliveriesCommand implements Callable<Integer> {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final CommandContext context;

  @Mixin private final CommonOptions options = new CommonOptions();

  @Option(names = "--failed", description = "Only those that failed, or whose outcome is unknown.")
  private boolean isOfFailed;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "How many to list at most (default: 50).")
  private int limit;

  DeliveriesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ResolvedSettings settings = options.settings(context);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(settings));
      database.prepare(settings);
      DeliveryLedger ledger = new DeliveryLedger(database.as(DatabaseRole.REPORT));
      List<DeliveryOutcome> entries = isOfFailed ? ledger.inTrouble(limit) : ledger.newest(limit);
      print(entries);
      return ExitCode.OK;
    }
  }

  private void print(List<DeliveryOutcome> entries) {
    if (entries.isEmpty()) {
      context.out().println(isOfFailed ? "Everything was delivered." : "Nothing was due yet.");
    } else {
      table(entries, context.zone())
          .lines(context.terminal().columns())
          .forEach(context.out()::println);
    }
  }

  /** A table of deliveries, with times in the zone. */
  static TextTable table(List<DeliveryOutcome> entries, ZoneId zone) {
    TextTable table =
        new TextTable(
            Stream.of("due", "subscription", "period", "recipient", "state", "when", "answer")
                .map(name -> new TextColumn(name, false))
                .toList());
    entries.forEach(entry -> table.add(row(entry, zone)));
    return table;
  }

  private static List<@Nullable String> row(DeliveryOutcome entry, ZoneId zone) {
    return Arrays.asList(
        moment(entry.dueAt(), zone),
        entry.subscription(),
        dates(entry),
        entry.recipient(),
        state(entry),
        when(entry, zone),
        answer(entry, zone));
  }

  /** The server's answer, and the removal unless the answer is about that already. */
  private static @Nullable String answer(DeliveryOutcome entry, ZoneId zone) {
    if (entry.removedAt() == null || entry.isTrouble()) {
      return entry.answer();
    }
    String removed =
        "archived report removed %s at a customer's request"
            .formatted(moment(entry.removedAt(), zone));
    return entry.answer() == null ? removed : entry.answer() + "; " + removed;
  }

  private static String dates(DeliveryOutcome entry) {
    DateRange dates = entry.dates();
    String days =
        dates.days() == 1
            ? dates.from().toString()
            : dates.from() + " to " + dates.until().minusDays(1);
    return entry.revision() == 0 ? days : days + ", corrected " + entry.revision();
  }

  /** The state in words; a report without recipients is only archived. */
  private static String state(DeliveryOutcome entry) {
    return entry.recipient() == null && entry.state().equals("rendered")
        ? "archived"
        : entry.state();
  }

  private static String when(DeliveryOutcome entry, ZoneId zone) {
    if (entry.endedAt() != null) {
      return moment(entry.endedAt(), zone);
    }
    return entry.nextAttemptAt() == null ? "" : "next " + moment(entry.nextAttemptAt(), zone);
  }

  private static String moment(Instant instant, ZoneId zone) {
    return MOMENT.format(instant.atZone(zone));
  }
}
