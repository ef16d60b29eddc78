package calltally.app.command;

import calltally.app.customer.ErasureList;
import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.app.terminal.ProgressBar;
import calltally.sql.FileFailure;
import calltally.sql.backup.Backup;
import calltally.sql.backup.LastBackup;
import calltally.sql.backup.Passphrase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Copies the data folder with its embedded PostgreSQL into one file, even while serve runs. */
@Command(
    name = "backup",
    description = {
      "Copies the data folder with its PostgreSQL into one file, even while serve runs.",
      "Verifies the copy's checksums. The configuration file is not included."
    },
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  private static final double MEBIBYTE = 1 << 20;

  private final CommandContext context;

  @Mixin private final CommonOptions options = new CommonOptions();

  @Parameters(paramLabel = "FILE", description = "A new file, such as calltally-2026-11-25.tar.gz.")
  private Path file = Path.of("");

  @Nullable
  @Option(
      names = "--passphrase-file",
      paramLabel = "F",
      description = "Encrypts the file with the passphrase in the first line of F.")
  private Path passphraseFile;

  BackupCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    ResolvedSettings settings = options.settings(context);
    if (settings.external() != null) {
      throw new CommandFailedException("backup.external", settings.external().place());
    }
    Path target = context.folder().resolve(file);
    Passphrase passphrase =
        passphraseFile == null ? null : Passphrase.in(context.folder().resolve(passphraseFile));
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(settings));
      ProgressBar waiting =
          shutdown.closing(new ProgressBar(context, context.texts().text("backup.progress")));
      waiting.show();
      Path data = settings.configuration().data().path();
      Backup.Taken taken = new Backup(data, database.backupLogin(), passphrase).write(target);
      int unused = ErasureList.nextTo(target).addFrom(ErasureList.in(data));
      remember(new LastBackup(context.clock().instant(), target, passphrase != null), data);
      waiting.close();
      context
          .out()
          .println(
              context
                  .texts()
                  .text(
                      "backup.taken",
                      target.toString(),
                      taken.files(),
                      taken.bytes() / MEBIBYTE,
                      taken.size() / MEBIBYTE));
      return ExitCode.OK;
    }
  }

  private static void remember(LastBackup backup, Path data) {
    try {
      backup.keepIn(data);
    } catch (IOException e) {
      String name = data.toString();
      throw new CommandFailedException(e, "backup.unrecorded", name, FileFailure.reason(e, name));
    }
  }
}
