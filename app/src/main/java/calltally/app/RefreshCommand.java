package calltally.app;

import calltally.reporting.call.RebuildProgress;
import calltally.reporting.call.Refresh;
import calltally.reporting.call.RefreshOutcome;
import calltally.sql.DatabaseRole;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings calls and statistics up to date with the notifications. */
@Command(
    name = "refresh",
    description = "Brings calls and statistics up to date, or derives them anew.",
    mixinStandardHelpOptions = true)
final class RefreshCommand implements Callable<Integer> {

  private final Shell shell;

  @Mixin private final SystemOptions system = new SystemOptions();

  @Option(names = "--rebuild", description = "Derives everything anew.")
  private boolean isRebuild;

  RefreshCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Setup setup = system.setup(shell);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(setup));
      database.prepare(setup);
      Refresh refresh = new Refresh(database.as(DatabaseRole.REFRESH));
      print(isRebuild ? rebuild(refresh, shutdown) : refresh.run());
      return Calltally.DONE;
    }
  }

  private RefreshOutcome rebuild(Refresh refresh, Shutdown shutdown) {
    ProgressBar calls = shutdown.closing(new ProgressBar(shell, "Deriving calls"));
    ProgressBar sums = shutdown.closing(new ProgressBar(shell, "Computing statistics"));
    try {
      return refresh.rebuild(
          new RebuildProgress() {
            @Override
            public void folded(long notifications, long total) {
              if (total > 0) {
                calls.show(notifications, total);
              }
            }

            @Override
            public void summed(int steps, int total) {
              calls.close();
              sums.show(steps, total);
            }
          });
    } finally {
      calls.close();
      sums.close();
    }
  }

  private void print(RefreshOutcome outcome) {
    shell
        .out()
        .printf(
            Locale.ROOT,
            "%,d notifications, %,d calls and %,d days brought up to date in %d ms%n",
            outcome.notifications(),
            outcome.calls(),
            outcome.days(),
            outcome.duration().toMillis());
  }
}
