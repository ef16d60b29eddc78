package calltally.app.command;

import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.query.TableResultWriter;
import calltally.app.service.ConfiguredDispatch;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.TextColumn;
import calltally.app.terminal.Texts;
import calltally.reporting.call.Refresh;
import calltally.reporting.delivery.ReportRetention;
import calltally.sql.DatabaseRole;
import calltally.sql.retention.ExpiredRows;
import calltally.sql.retention.RetentionResult;
import calltally.sql.retention.RetentionRun;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Removes what is older than the configured retention, as {@code serve} does every day. */
@Command(
    name = "retention",
    description = "Removes data older than its source's retention; figures do not change.",
    mixinStandardHelpOptions = true)
final class RetentionCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private final CommonOptions options = new CommonOptions();

  @Option(names = "--dry-run", description = "Shows what would be removed, and changes nothing.")
  private boolean isDryRun;

  RetentionCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ResolvedSettings settings = options.settings(context);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(settings));
      database.prepareToWrite(settings);
      RetentionRun retention = new RetentionRun(database.as(DatabaseRole.REFRESH));
      ReportRetention reports =
          new ConfiguredDispatch(settings.configuration(), context.folder()).retention(database);
      LocalDate today = LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
      if (isDryRun) {
        print(
            Stream.concat(
                    retention.preview(context.clock().instant()).stream(),
                    reports.preview(today).stream())
                .toList());
      } else {
        // Rows must be derived from a notification before it is removed.
        new Refresh(database.as(DatabaseRole.REFRESH)).run();
        print(retention.run(context.clock().instant()), reports.remove(today));
      }
      return ExitCode.OK;
    }
  }

  private void print(List<ExpiredRows> expired) {
    if (expired.isEmpty()) {
      context.out().println(context.texts().text("retention.forever"));
      return;
    }
    TableResultWriter table = new TableResultWriter(context);
    table.columns(columns());
    expired.forEach(row -> table.row(cells(row)));
    table.end();
  }

  private List<@Nullable String> cells(ExpiredRows expired) {
    return List.of(
        expired.source(),
        context.texts().text("retention.kind." + expired.kind().replace(' ', '_')),
        expired.until().atZone(context.zone()).toOffsetDateTime().toString(),
        context.texts().text("number", expired.amount()));
  }

  private List<TextColumn> columns() {
    Texts texts = context.texts();
    return List.of(
        new TextColumn(texts.text("column.source"), false),
        new TextColumn(texts.text("retention.column.action"), false),
        new TextColumn(texts.text("retention.column.until"), false),
        new TextColumn(texts.text("retention.column.amount"), true));
  }

  private void print(RetentionResult removed, int reports) {
    context
        .out()
        .println(
            context
                .texts()
                .text(
                    "retention.removed",
                    removed.notifications(),
                    removed.calls(),
                    removed.requests(),
                    removed.recordings(),
                    removed.numbers(),
                    reports));
  }
}
