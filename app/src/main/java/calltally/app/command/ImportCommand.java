package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.database.CallDatabase;
import calltally.app.database.ConfiguredSources;
import calltally.app.database.IngestPool;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.app.terminal.Message;
import calltally.app.terminal.ProgressBar;
import calltally.ingest.file.FileFormat;
import calltally.ingest.file.FileReading;
import calltally.ingest.file.UnknownFileFormat;
import calltally.ingest.journal.JournalUnavailable;
import calltally.ingest.journal.importing.ImportTotals;
import calltally.ingest.journal.importing.JournalImport;
import calltally.sql.DatabaseRole;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.exception.DataAccessException;
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
    description = "Stores notifications from files: JSON lines, CSV or Asterisk's queue_log.",
    mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

  private static final String STANDARD_INPUT = "-";

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final CommonOptions options = new CommonOptions();

  @Option(names = "--source", paramLabel = "S", description = "Source (default: the first one).")
  private @Nullable String source;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "jsonl, csv or queue_log (default: detected from the content).")
  private @Nullable FileFormat format;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      defaultValue = "UTF-8",
      description = "Encoding of CSV and queue_log, such as windows-1251 (default: UTF-8).")
  private Charset charset = UTF_8;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "JSON lines, CSV or an Asterisk queue_log, plain or gzip; - is standard input.")
  private List<String> files = List.of();

  ImportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    ResolvedSettings settings = options.settings(context);
    requireReadable();
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.open(settings));
      database.prepareToWrite(settings);
      HikariDataSource pool =
          shutdown.closing(IngestPool.open(database.login(DatabaseRole.INGEST)));
      JournalImport journal = new JournalImport(pool, context.clock());
      String name =
          source == null ? new ConfiguredSources(settings).first(database.owner()) : source;
      boolean isStored = false;
      boolean isRejected = false;
      for (String file : files) {
        ImportTotals totals = read(journal, name, file);
        print(file, totals);
        isStored |= totals.stored() > 0;
        isRejected |= totals.rejected() > 0;
      }
      hint(isStored, "import.stored");
      hint(isRejected, "import.rejected");
      return ExitCode.OK;
    }
  }

  /** Checks all files before anything is stored. */
  private void requireReadable() {
    for (String file : files) {
      if (!file.equals(STANDARD_INPUT) && !isReadable(path(file))) {
        throw new UsageException(spec.commandLine(), Message.of("usage.file", file));
      }
    }
  }

  private static boolean isReadable(Path path) {
    return Files.isReadable(path) && !Files.isDirectory(path);
  }

  private Path path(String file) {
    return context.folder().resolve(file);
  }

  private ImportTotals read(JournalImport journal, String name, String file) throws IOException {
    if (file.equals(STANDARD_INPUT)) {
      return read(journal, name, file, context.in(), new ImportProgress(context, () -> {}));
    }
    long size = Files.size(path(file));
    try (CountingInputStream input = new CountingInputStream(Files.newInputStream(path(file)));
        ProgressBar bar = new ProgressBar(context, context.texts().text("import.progress", file))) {
      ImportProgress progress = new ImportProgress(context, () -> bar.show(input.count(), size));
      return read(journal, name, file, input, progress);
    }
  }

  private ImportTotals read(
      JournalImport journal, String name, String file, InputStream input, ImportProgress progress) {
    try {
      return journal.run(name, input, new FileReading(format, charset), progress);
    } catch (UnknownFileFormat e) {
      throw new CommandFailedException(e, "import.refused", nameOf(file), e);
    } catch (UncheckedIOException | DataAccessException | JournalUnavailable e) {
      throw new ImportStoppedException(nameOf(file), progress.totals(), e);
    }
  }

  private static Message nameOf(String file) {
    return file.equals(STANDARD_INPUT) ? Message.of("import.stdin") : Message.verbatim(file);
  }

  private void hint(boolean applies, String key) {
    if (applies) {
      context.err().println(context.texts().text(key));
    }
  }

  private void print(String file, ImportTotals totals) {
    Message passedOver =
        totals.passedOver() == 0
            ? Message.NONE
            : Message.of("import.passed_over", totals.passedOver());
    context
        .out()
        .println(
            context
                .texts()
                .text(
                    "import.totals",
                    nameOf(file),
                    totals.stored(),
                    totals.duplicate(),
                    totals.rejected(),
                    passedOver));
  }
}
