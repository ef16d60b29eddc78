package calltally.app.command;

import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.app.terminal.CountingInputStream;
import calltally.app.terminal.Message;
import calltally.app.terminal.ProgressBar;
import calltally.ingest.file.FileReading;
import calltally.ingest.journal.JournalUnavailable;
import calltally.ingest.journal.importing.ImportTotals;
import calltally.ingest.journal.importing.JournalImport;
import calltally.sql.LocalizedException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jooq.exception.DataAccessException;

/** A file of an import, or standard input. */
record ImportedFile(CommandContext context, String argument) {

  private static final String STANDARD_INPUT = "-";

  /** Reads the content of a file. */
  @FunctionalInterface
  interface Content {

    ImportTotals read(InputStream input, ImportProgress progress) throws IOException;
  }

  Message name() {
    return isStandardInput() ? Message.of("import.stdin") : Message.verbatim(argument);
  }

  boolean isReadable() {
    return isStandardInput() || (Files.isReadable(path()) && !Files.isDirectory(path()));
  }

  /** Reads the file with a progress bar; every failure names it. */
  ImportProgress read(Content content) throws IOException {
    if (isStandardInput()) {
      return read(content, context.in(), new ImportProgress(context, name(), () -> {}));
    }
    long size = Files.size(path());
    String progress = context.texts().text("import.progress", argument);
    try (CountingInputStream input = new CountingInputStream(Files.newInputStream(path()));
        ProgressBar bar = new ProgressBar(context, progress)) {
      return read(
          content, input, new ImportProgress(context, name(), () -> bar.show(input.count(), size)));
    }
  }

  /** Imports the file and goes on as it grows, until the process is ended. */
  void follow(String source, JournalImport journal, FileReading how) {
    FollowProgress progress = new FollowProgress(context, name());
    try {
      journal.follow(source, path(), how, progress);
    } catch (UncheckedIOException | DataAccessException | JournalUnavailable e) {
      throw new ImportStoppedException(name(), progress.totals(), e);
    } catch (LocalizedException e) {
      throw new CommandFailedException(e, "import.refused", name(), e);
    }
  }

  private ImportProgress read(Content content, InputStream input, ImportProgress progress) {
    try {
      progress.end(content.read(input, progress));
      return progress;
    } catch (IOException | UncheckedIOException | DataAccessException | JournalUnavailable e) {
      throw new ImportStoppedException(name(), progress.totals(), e);
    } catch (LocalizedException e) {
      throw new CommandFailedException(e, "import.refused", name(), e);
    }
  }

  boolean isStandardInput() {
    return argument.equals(STANDARD_INPUT);
  }

  private Path path() {
    return context.folder().resolve(argument);
  }
}
