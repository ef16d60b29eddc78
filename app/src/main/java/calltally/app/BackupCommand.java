package calltally.app;

import calltally.sql.backup.Backup;
import calltally.sql.backup.LastBackup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Copies the data folder with its embedded PostgreSQL into one file, also while a service runs. */
@Command(
    name = "backup",
    description = {
      "Copies the data folder with its embedded PostgreSQL into one file, also while serve runs,",
      "and compares its checksums. The configuration file is not in it."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  private static final double MEBIBYTE = 1 << 20;

  private final Shell shell;

  @Mixin private final SystemOptions system = new SystemOptions();

  @Parameters(paramLabel = "FILE", description = "A new file, such as calltally-2026-11-25.tar.gz.")
  private Path file = Path.of("");

  BackupCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws IOException {
    Setup setup = system.setup(shell);
    if (setup.external() != null) {
      throw new IllegalArgumentException(
          "backup could not be taken: the database has to be the embedded one, was "
              + setup.external()
              + "; use pg_dump, as docs/backup.md shows");
    }
    Path target = shell.folder().resolve(file);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(setup));
      ProgressBar waiting = shutdown.closing(new ProgressBar(shell, "Copying"));
      waiting.show();
      Path data = setup.configuration().data();
      Backup.Taken taken = new Backup(data, database.address()).write(target);
      new LastBackup(shell.clock().instant(), target).keepIn(data);
      waiting.close();
      shell
          .out()
          .printf(
              Locale.ROOT,
              "%s: %,d files, %,.1f MiB, of them %,.1f MiB after compression; all checksums fit%n",
              target,
              taken.files(),
              taken.bytes() / MEBIBYTE,
              taken.size() / MEBIBYTE);
      return Calltally.DONE;
    }
  }
}
