package calltally.app.command;

import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Message;
import calltally.reporting.delivery.DeliveryLedger;
import calltally.reporting.delivery.DeliveryOutcome;
import calltally.sql.DatabaseRole;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists report deliveries: recipient, report and state. */
@Command(
    name = "deliveries",
    description = "Lists report deliveries: recipient, report and state; newest first.",
    mixinStandardHelpOptions = true)
final class DeliveriesCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

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
    if (limit < 1) {
      throw new UsageException(
          spec.commandLine(), Message.of("usage.limit", String.valueOf(limit)));
    }
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
      context
          .out()
          .println(context.texts().text(isOfFailed ? "deliveries.all" : "deliveries.none"));
    } else {
      new DeliveryTable(context.texts(), context.zone())
          .of(entries)
          .lines(context.terminal().columns())
          .forEach(context.out()::println);
    }
  }
}
