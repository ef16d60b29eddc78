package calltally.app.command;

import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.ProgressBar;
import calltally.reporting.call.RebuildProgress;
import calltally.reporting.call.Refresh;
import calltally.reporting.call.RefreshResult;
import calltally.sql.DatabaseRole;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Brings calls and statistics up to date with the notifications. */
@Command(
    name = "refresh",
    description = "Brings calls and statistics up to date, or rebuilds them.",
    mixinStandardHelpOptions = true)
final class RefreshCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private final CommonOptions options = new CommonOptions();

  @Option(names = "--rebuild", description = "Derives everything again from the journal.")
  private boolean isRebuild;

  RefreshCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ResolvedSettings settings = options.settings(context);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(settings));
      database.prepare(settings);
      Refresh refresh = new Refresh(database.as(DatabaseRole.REFRESH));
      print(isRebuild ? rebuild(refresh, shutdown) : refresh.run());
      return ExitCode.OK;
    }
  }

  private RefreshResult rebuild(Refresh refresh, Shutdown shutdown) {
    ProgressBar calls = shutdown.closing(progress("refresh.calls"));
    ProgressBar sums = shutdown.closing(progress("refresh.statistics"));
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

  private ProgressBar progress(String key) {
    return new ProgressBar(context, context.texts().text(key));
  }

  private void print(RefreshResult outcome) {
    context
        .out()
        .println(
            context
                .texts()
                .text(
                    "refresh.done",
                    outcome.notifications(),
                    outcome.calls(),
                    outcome.days(),
                    String.valueOf(outcome.duration().toMillis())));
  }
}
