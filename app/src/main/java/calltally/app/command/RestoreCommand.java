package calltally.app.command;

import calltally.app.customer.ErasureList;
import calltally.app.customer.PersonalDataSearch;
import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.app.terminal.ProgressBar;
import calltally.sql.backup.Passphrase;
import calltally.sql.backup.Restore;
import calltally.web.session.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Restores a backup into an empty data folder. */
@Command(
    name = "restore",
    description = "Restores a backup into the data folder, which must be empty.",
    mixinStandardHelpOptions = true)
final class RestoreCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private final CommonOptions options = new CommonOptions();

  @Parameters(paramLabel = "FILE", description = "A file written by ./calltally backup.")
  private Path file = Path.of("");

  @Nullable
  @Option(
      names = "--passphrase-file",
      paramLabel = "F",
      description = "The passphrase of an encrypted backup is the first line of F.")
  private Path passphraseFile;

  @Nullable
  @Option(
      names = "--erasures",
      paramLabel = "LIST",
      description = {
        "Erases the customers of this list again: erasures.tsv of the data folder of before.",
        "Without it, the list next to the backup counts."
      })
  private Path erasures;

  RestoreCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ResolvedSettings settings = options.settings(context);
    if (settings.external() != null) {
      throw new CommandFailedException("restore.external", settings.external().place());
    }
    Path data = settings.configuration().data().path();
    Path backup = context.folder().resolve(file);
    ErasureList list = list(backup);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      ProgressBar waiting =
          shutdown.closing(new ProgressBar(context, context.texts().text("restore.progress")));
      waiting.show();
      Passphrase passphrase =
          passphraseFile == null ? null : Passphrase.in(context.folder().resolve(passphraseFile));
      List<String> changed = new Restore(backup, passphrase).into(data);
      // PostgreSQL's first start recovers the copy to a consistent database, or fails.
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(settings));
      database.prepare(settings);
      // Who logged out after the backup must not be logged in again.
      Sessions.endAll(database.owner());
      waiting.close();
      print("restore.done", data.toString());
      if (!changed.isEmpty()) {
        print("restore.settings", String.join(", ", changed));
      }
      if (list.exists()) {
        PersonalDataSearch search = new PersonalDataSearch(settings, database);
        search.bringUpToDate();
        print("customer.repeated", search.repeat(list));
      } else {
        print("restore.no_erasures", list.file().toString());
      }
      return ExitCode.OK;
    }
  }

  private ErasureList list(Path backup) {
    if (erasures == null) {
      return ErasureList.nextTo(backup);
    }
    ErasureList named = new ErasureList(context.folder().resolve(erasures));
    if (!named.exists()) {
      throw new CommandFailedException("erasures.missing", named.file().toString());
    }
    return named;
  }

  private void print(String key, Object... values) {
    context.out().println(context.texts().text(key, values));
  }
}
