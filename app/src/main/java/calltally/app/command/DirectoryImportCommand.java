package calltally.app.command;

import calltally.app.database.CallDatabase;
import calltally.app.database.ConfiguredSources;
import calltally.app.database.ResolvedSettings;
import calltally.app.directory.DirectoryImport;
import calltally.app.directory.RefusedImportException;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Message;
import calltally.sql.settings.DirectoryChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replaces managers and lines by those of files. */
@Command(
    name = "import",
    description = {
      "Replaces the managers, the lines or both with those in files: CSV or an Excel workbook.",
      "Columns: name,department,numbers[,from,to,source] for managers,",
      "number,name,department[,from,to,source] for lines."
    },
    mixinStandardHelpOptions = true)
final class DirectoryImportCommand implements Callable<Integer> {

  private static final int MOST_HINTS = 20;

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final CommonOptions options = new CommonOptions();

  @Option(
      names = "--source",
      paramLabel = "S",
      description = "Source of entries that do not name one (default: the first source).")
  private @Nullable String source;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "CSV (UTF-8, or UTF-16 with its mark; commas, semicolons or tabs) or XLSX.")
  private List<String> files = List.of();

  DirectoryImportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    ResolvedSettings settings = options.settings(context);
    requireNoConfiguredDirectory(settings);
    requireReadable();
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.open(settings));
      database.prepareToWrite(settings);
      String name =
          source == null ? new ConfiguredSources(settings).first(database.owner()) : source;
      DirectoryImport directory = new DirectoryImport(database.owner(), name);
      print(importFiles(directory));
      hint(directory.hints(LocalDate.ofInstant(context.clock().instant(), context.zone())));
      return ExitCode.OK;
    }
  }

  private List<DirectoryChange> importFiles(DirectoryImport directory) throws IOException {
    for (String file : files) {
      directory.read(file, Files.readAllBytes(path(file)));
    }
    return directory.write();
  }

  private static void requireNoConfiguredDirectory(ResolvedSettings settings) {
    if (settings.configuration().directories() != null) {
      throw new RefusedImportException(Message.of("directory.import.configured"));
    }
  }

  /** Checks all files before any is read. */
  private void requireReadable() {
    for (String file : files) {
      if (!Files.isReadable(path(file)) || Files.isDirectory(path(file))) {
        throw new UsageException(spec.commandLine(), Message.of("usage.file", file));
      }
    }
  }

  private Path path(String file) {
    return context.folder().resolve(file);
  }

  private void print(List<DirectoryChange> changes) {
    for (DirectoryChange change : changes) {
      print(
          Message.of(
              "directory.import.changed",
              change.source(),
              words(change.managers()),
              words(change.numbers()),
              words(change.lines())));
    }
    long calls = changes.stream().mapToLong(DirectoryChange::calls).sum();
    print(
        calls == 0
            ? Message.of("directory.import.unaffected")
            : Message.counted("directory.import.affected", Math.toIntExact(calls)));
  }

  /** The import is done: hints only ask for a second look, so a few of them suffice. */
  private void hint(List<Message> hints) {
    for (Message hint : hints.subList(0, Math.min(MOST_HINTS, hints.size()))) {
      context.err().println(context.texts().text(hint));
    }
    if (hints.size() > MOST_HINTS) {
      Message rest = Message.of("directory.import.more", hints.size() - MOST_HINTS);
      context.err().println(context.texts().text(rest));
    }
  }

  private void print(Message message) {
    context.out().println(context.texts().text(message));
  }

  private static Message words(DirectoryChange.Count count) {
    return Message.of("directory.import.count", count.added(), count.changed(), count.removed());
  }
}
