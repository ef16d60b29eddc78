package calltally.app.command;

import calltally.app.command.preview.PreviewedCalls;
import calltally.app.configuration.Configuration;
import calltally.app.configuration.SourceEntry;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.app.terminal.Message;
import calltally.app.terminal.TextTable;
import calltally.exchange.Notification;
import calltally.exchange.NotificationReader;
import calltally.exchange.ParseResult;
import calltally.exchange.Rejection;
import calltally.ingest.file.CompanyNumbers;
import calltally.ingest.file.FileReading;
import calltally.ingest.file.NotificationFile;
import calltally.ingest.file.line.FileLine;
import calltally.ingest.journal.importing.ImportTotals;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads files like an import, stores nothing, and shows the first calls of each.
 *
 * @param company the numbers by which it knows incoming from outgoing calls
 */
record ImportPreview(CommandContext context, SourceEntry source, CompanyNumbers company) {

  /**
   * A preview that needs no database: only the zone and the rules of the source.
   *
   * @param name of the source; null for the first one
   */
  static ImportPreview of(
      CommandContext context, Configuration configuration, @Nullable String name) {
    SourceEntry source =
        name == null ? configuration.sources().get(0) : source(name, configuration);
    return new ImportPreview(
        context,
        source,
        KnownNumbers.of(configuration.directoryOf(source.name()), source.region()));
  }

  private static SourceEntry source(String name, Configuration configuration) {
    return configuration
        .source(name)
        .orElseThrow(() -> new CommandFailedException("import.preview.source", name));
  }

  /**
   * Prints of each file the totals, why lines would be rejected, and the calls.
   *
   * @return whether each would be read whole and give something to store
   */
  boolean show(List<ImportedFile> files, FileReading how) throws IOException {
    boolean isComplete = true;
    for (ImportedFile file : files) {
      isComplete &= show(file, how.of(company));
    }
    return isComplete;
  }

  private boolean show(ImportedFile file, FileReading how) throws IOException {
    PreviewedCalls calls = new PreviewedCalls(source);
    ImportProgress progress = file.read((input, listener) -> read(input, how, calls, listener));
    ImportTotals totals = progress.totals();
    context
        .out()
        .println(
            context
                .texts()
                .text(
                    "import.preview",
                    file.name(),
                    totals.stored(),
                    totals.rejected(),
                    ImportSummary.passedOver(totals)));
    TextTable table = calls.table(context.texts());
    if (table.size() > 0) {
      print(table);
    }
    if (table.size() > 0 && totals.rejected() > 0) {
      context.out().println(context.texts().text("import.preview.incomplete"));
    }
    new ImportSummary(context).printWhy(file.name(), progress);
    return totals.stored() > 0 && progress.isWhole();
  }

  private void print(TextTable table) {
    table
        .legibleLines(
            context.terminal().columns(),
            number -> context.texts().text(Message.of("import.preview.call", number)))
        .forEach(context.out()::println);
  }

  private ImportTotals read(
      InputStream input, FileReading how, PreviewedCalls calls, ImportProgress progress)
      throws IOException {
    NotificationReader reader = new NotificationReader(source.zone(), source.region());
    NotificationFile file = NotificationFile.open(input, how, source.zone());
    long read = 0;
    long rejected = 0;
    for (Optional<FileLine> line = file.next(); line.isPresent(); line = file.next()) {
      ParseResult result = line.get().read(reader, context.clock().instant());
      if (result instanceof Notification notification) {
        read++;
        file.remark(line.get(), notification);
        calls.add(notification);
      } else {
        rejected++;
        progress.rejected(line.get().number(), (Rejection) result);
      }
    }
    file.notices().forEach(progress::noticed);
    return new ImportTotals(read, 0, rejected, file.passedOver());
  }
}
