package calltally.app.command;

import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.app.terminal.Message;
import calltally.app.terminal.ProgressBar;
import calltally.ingest.journal.JournalExport;
import calltally.sql.FileFailure;
import calltally.sql.settings.SourceRow;
import calltally.sql.settings.Sources;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the notifications of a source as JSON lines that {@code import} reads. */
@Command(
    name = "export",
    description =
        "Writes all notifications of a source as JSON lines that import reads: the fields as sent,"
            + " and the time of receipt.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  private static final String STANDARD_OUTPUT = "-";

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final CommonOptions options = new CommonOptions();

  @Option(names = "--notifications", description = "Exports the journal's notifications.")
  private boolean isOfNotifications;

  @Option(names = "--source", paramLabel = "S", description = "Source (default: the only one).")
  private @Nullable String source;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      defaultValue = STANDARD_OUTPUT,
      description = "New file; - is standard output (default: ${DEFAULT-VALUE}).")
  private String out = STANDARD_OUTPUT;

  ExportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!isOfNotifications) {
      throw new UsageException(spec.commandLine(), Message.of("usage.export"));
    }
    ResolvedSettings settings = options.settings(context);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(settings));
      String name = source(new Sources(database.reader()).list());
      JournalExport journal = new JournalExport(database.reader());
      ProgressBar waiting =
          shutdown.closing(new ProgressBar(context, context.texts().text("export.progress")));
      waiting.show();
      long count = out.equals(STANDARD_OUTPUT) ? print(journal, name) : write(journal, name);
      waiting.close();
      context.err().println(context.texts().text("export.done", count, name));
      return ExitCode.OK;
    }
  }

  private String source(List<SourceRow> rows) {
    List<String> names = rows.stream().map(SourceRow::name).toList();
    if (source == null && names.size() > 1) {
      throw new UsageException(
          spec.commandLine(), Message.of("usage.source", String.join(", ", names)));
    }
    String name = source == null && names.size() == 1 ? names.get(0) : source;
    if (name == null || !names.contains(name)) {
      throw name == null
          ? new CommandFailedException("export.no_source")
          : CommandFailedException.unknownName("export.unknown_source", name, names);
    }
    return name;
  }

  private long print(JournalExport journal, String name) {
    long count = journal.run(name, context.out());
    if (context.out().checkError()) {
      throw new CommandFailedException("export.closed");
    }
    return count;
  }

  /** Writes under another name first, so that a file under its own name is complete. */
  private long write(JournalExport journal, String name) {
    Path file = context.folder().resolve(out);
    if (Files.exists(file)) {
      throw new CommandFailedException("export.exists", file.toString());
    }
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    try {
      long count = write(journal, name, unfinished);
      Files.move(unfinished, file);
      return count;
    } catch (UncheckedIOException e) {
      throw unwritable(file, Objects.requireNonNull(e.getCause()), unfinished);
    } catch (IOException e) {
      throw unwritable(file, e, unfinished);
    }
  }

  private static CommandFailedException unwritable(Path file, IOException reason, Path unfinished) {
    return new CommandFailedException(
        reason,
        "export.unwritable",
        file.toString(),
        FileFailure.reason(reason, unfinished.toString()));
  }

  private static long write(JournalExport journal, String name, Path file) throws IOException {
    try (OutputStream lines = Files.newOutputStream(file)) {
      return journal.run(name, lines);
    }
  }
}
