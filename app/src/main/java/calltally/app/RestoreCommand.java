package calltally.app;

import calltally.sql.backup.Restoration;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings a backup back into an empty data folder. */
@Command(
    name = "restore",
    description = "Brings a backup back into the data folder, which has to be empty.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  private final Shell shell;

  @Mixin private final SystemOptions system = new SystemOptions();

  @Parameters(paramLabel = "FILE", description = "What ./calltally backup has written.")
  private Path file = Path.of("");

  RestoreCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Setup setup = system.setup(shell);
    if (setup.external() != null) {
      throw new IllegalArgumentException(
          "backup could not be restored: the database has to be the embedded one, was "
              + setup.external()
              + "; use pg_restore, as docs/backup.md shows");
    }
    Path data = setup.configuration().data();
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      ProgressBar waiting = shutdown.closing(new ProgressBar(shell, "Restoring"));
      waiting.show();
      new Restoration(shell.folder().resolve(file)).into(data);
      // Its first start makes a consistent database of it, or tells that it cannot.
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(setup));
      database.prepare(setup);
      waiting.close();
      shell
          .out()
          .println(
              "Restored into " + data + "; all checksums fit, and PostgreSQL has started on it.");
      return Calltally.DONE;
    }
  }
}
