package calltally.app.command;

import calltally.app.terminal.CommandContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;

/** The subcommands of {@code calltally}, in the order of its help. */
final class Subcommands {

  private final Map<String, Supplier<Object>> byName = new LinkedHashMap<>();

  Subcommands(CommandContext context) {
    byName.put("demo", () -> new DemoCommand(context));
    byName.put("serve", () -> new ServeCommand(context));
    byName.put("import", () -> new ImportCommand(context));
    byName.put("export", () -> new ExportCommand(context));
    byName.put("directory", () -> directory(context));
    byName.put("refresh", () -> new RefreshCommand(context));
    byName.put("report", () -> new ReportCommand(context));
    byName.put("subscriptions", () -> new SubscriptionsCommand(context));
    byName.put("deliveries", () -> new DeliveriesCommand(context));
    byName.put("mail-test", () -> new MailTestCommand(context));
    byName.put("handover", () -> new HandoverCommand(context));
    byName.put("sql", () -> new SqlCommand(context));
    byName.put("source", () -> new SourceCommand(context));
    byName.put("exchanges", () -> new ExchangesCommand(context));
    byName.put("exchange-test", () -> new ExchangeTestCommand(context));
    byName.put("user", () -> new UserCommand(context));
    byName.put("rejected", () -> new RejectedCommand(context));
    byName.put("retention", () -> new RetentionCommand(context));
    byName.put("customer", () -> new CustomerCommand(context));
    byName.put("backup", () -> new BackupCommand(context));
    byName.put("restore", () -> new RestoreCommand(context));
    byName.put("check", () -> new CheckCommand(context));
  }

  /**
   * Adds the called one, or all where it is none of them: to load all takes longer than to run one.
   */
  void addTo(CommandLine calltally, String called) {
    byName.forEach(
        (name, command) -> {
          if (name.equals(called) || !byName.containsKey(called)) {
            calltally.addSubcommand(command.get());
          }
        });
  }

  private static CommandLine directory(CommandContext context) {
    return new CommandLine(new DirectoryCommand())
        .addSubcommand(new DirectoryImportCommand(context))
        .addSubcommand(new DirectoryListCommand(context));
  }
}
