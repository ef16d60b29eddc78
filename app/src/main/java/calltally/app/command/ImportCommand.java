package calltally.app.command;

import calltally.app.database.CallDatabase;
import calltally.app.database.ConfiguredSources;
import calltally.app.database.IngestPool;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Message;
import calltally.ingest.file.FileFormat;
import calltally.ingest.file.FileReading;
import calltally.ingest.journal.importing.JournalImport;
import calltally.sql.DatabaseRole;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
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

/** Stores notifications from files. */
@Command(
    name = "import",
    description =
        "Stores notifications from files: JSON lines, CSV, Asterisk's queue_log or lists of calls.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final CommonOptions options = new CommonOptions();

  @Option(names = "--source", paramLabel = "S", description = "Source (default: the first one).")
  private @Nullable String source;

  @Mixin private final ImportOptions reading = new ImportOptions();

  @Option(
      names = "--dry-run",
      description = "Stores nothing; shows the first five calls as they would be understood.")
  private boolean isDryRun;

  @Option(
      names = "--follow",
      description = "Goes on with a growing queue_log, through rotation; ends on Ctrl-C.")
  private boolean isFollowing;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Text in one of these formats, plain or gzip; - is standard input.")
  private List<String> files = List.of();

  ImportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    ResolvedSettings settings = options.settings(context);
    FileReading how = reading.reading(context.folder());
    List<ImportedFile> readable = files();
    if (isFollowing) {
      requireGrowing(readable, how);
    } else if (isDryRun) {
      return preview(settings, readable, how);
    }
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.open(settings));
      database.prepareToWrite(settings);
      HikariDataSource pool =
          shutdown.closing(IngestPool.open(database.login(DatabaseRole.INGEST)));
      JournalImport journal = new JournalImport(pool, context.clock());
      String name =
          source == null ? new ConfiguredSources(settings).first(database.owner()) : source;
      if (isFollowing) {
        readable.get(0).follow(name, journal, how);
        return ExitCode.OK;
      }
      return importInto(name, journal, readable, how.of(KnownNumbers.in(database, name)));
    }
  }

  private int importInto(
      String name, JournalImport journal, List<ImportedFile> readable, FileReading how)
      throws IOException {
    ImportSummary summary = new ImportSummary(context);
    for (ImportedFile file : readable) {
      summary.print(
          file.name(), file.read((input, progress) -> journal.run(name, input, how, progress)));
    }
    return summary.isComplete() ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private void requireGrowing(List<ImportedFile> readable, FileReading how) {
    boolean isLog = how.format() == null || how.format() == FileFormat.QUEUE_LOG;
    if (isDryRun || !isLog || readable.size() > 1 || readable.get(0).isStandardInput()) {
      throw new UsageException(spec.commandLine(), Message.of("usage.follow"));
    }
  }

  private int preview(ResolvedSettings settings, List<ImportedFile> readable, FileReading how)
      throws IOException {
    ImportPreview preview = ImportPreview.of(context, settings.configuration(), source);
    return preview.show(readable, how) ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  /** Checks all files before anything is stored. */
  private List<ImportedFile> files() {
    List<ImportedFile> all = files.stream().map(file -> new ImportedFile(context, file)).toList();
    for (ImportedFile file : all) {
      if (!file.isReadable()) {
        throw new UsageException(spec.commandLine(), Message.of("usage.file", file.argument()));
      }
    }
    return all;
  }
}
