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

/** Replaces managers and lines by those of CSV files. */
@Command(
    name = "import",
    description = {
      "Replaces the managers, the lines or both with those in CSV files.",
      "Columns: name,department,numbers[,from,to,source] for managers,",
      "number,name,department[,from,to,source] for lines."
    },
    mixinStandardHelpOptions = true)
final class DirectoryImportCommand implements Callable<Integer> {

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
      description = "CSV in UTF-8, with commas or semicolons.")
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
      print(importFiles(new DirectoryImport(database.owner(), name)));
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

  private void print(Message message) {
    context.out().println(context.texts().text(message));
  }

  private static Message words(DirectoryChange.Count count) {
    return Message.of("directory.import.count", count.added(), count.changed(), count.removed());
  }
}
