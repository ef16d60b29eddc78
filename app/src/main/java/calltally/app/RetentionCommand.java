package calltally.app;

import calltally.app.query.Column;
import calltally.app.query.TableRows;
import calltally.reporting.call.Refresh;
import calltally.reporting.delivery.ReportRetention;
import calltally.sql.DatabaseRole;
import calltally.sql.disposal.Disposal;
import calltally.sql.disposal.Disposed;
import calltally.sql.disposal.Expired;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets go of what the configuration's retention no longer keeps, as a service does every day. */
@Command(
    name = "retention",
    description = "Lets go of what the retention of its source no longer keeps; figures stay.",
    mixinStandardHelpOptions = true)
final class RetentionCommand implements Callable<Integer> {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("source", false),
          new Column("what would be done", false),
          new Column("with what is older than", false),
          new Column("notifications, calls or reports", true));

  private final Shell shell;

  @Mixin private final SystemOptions system = new SystemOptions();

  @Option(names = "--dry-run", description = "Tells what would go, and changes nothing.")
  private boolean isDryRun;

  RetentionCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Setup setup = system.setup(shell);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(setup));
      database.prepare(setup);
      Disposal disposal = new Disposal(database.as(DatabaseRole.REFRESH));
      ReportRetention reports = ConfiguredOffice.of(setup, shell).retention(database);
      LocalDate today = LocalDate.ofInstant(shell.clock().instant(), ZoneOffset.UTC);
      if (isDryRun) {
        print(
            Stream.concat(
                    disposal.preview(shell.clock().instant()).stream(),
                    reports.preview(today).stream())
                .toList());
      } else {
        // What a notification tells has to be known before it goes.
        new Refresh(database.as(DatabaseRole.REFRESH)).run();
        print(disposal.run(shell.clock().instant()), reports.remove(today));
      }
      return Calltally.DONE;
    }
  }

  private void print(List<Expired> expired) {
    if (expired.isEmpty()) {
      shell.out().println("Everything is kept for ever: no source has a retention.");
      return;
    }
    TableRows table = new TableRows(shell.out(), shell.terminal().columns());
    table.columns(COLUMNS);
    expired.forEach(row -> table.row(cells(row)));
    table.end();
  }

  private List<@Nullable String> cells(Expired expired) {
    return List.of(
        expired.source(),
        expired.kind(),
        expired.until().atZone(shell.zone()).toOffsetDateTime().toString(),
        String.format(Locale.ROOT, "%,d", expired.amount()));
  }

  private void print(Disposed disposed, int reports) {
    shell
        .out()
        .printf(
            Locale.ROOT,
            "%,d notifications and %,d calls are gone, and %,d rejected requests; %,d calls lost"
                + " their links to recordings, %,d their customers' numbers; %,d reports left the"
                + " archive%n",
            disposed.notifications(),
            disposed.calls(),
            disposed.requests(),
            disposed.recordings(),
            disposed.numbers(),
            reports);
  }
}
