package calltally.ingest.journal.importing;

import calltally.ingest.file.FileReading;
import calltally.ingest.file.NotificationFile;
import calltally.ingest.journal.Journal;
import calltally.ingest.journal.Partitions;
import calltally.ingest.journal.Source;
import calltally.sql.LocalizedException;
import calltally.sql.LocalizedText;
import calltally.sql.NearestNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** Imports notifications from files into the journal. */
public final class JournalImport {

  private final DataSource ingest;
  private final InstantSource clock;

  /**
   * Imports over connections in auto-commit mode, of the role calltally_ingest.
   *
   * @param clock gives the time of receipt
   */
  public JournalImport(DataSource ingest, InstantSource clock) {
    this.ingest = ingest;
    this.clock = clock;
  }

  /**
   * Stores every line that is a notification and keeps the others as rejected; blank lines are
   * skipped. Committed lines stay when a later one cannot be read.
   *
   * @throws LocalizedException when there is no active source of that name
   * @throws calltally.ingest.file.UnknownFileFormat when the format is not a known one
   */
  public ImportTotals run(String sourceName, InputStream file, ProgressListener listener) {
    return run(sourceName, file, FileReading.BY_CONTENT, listener);
  }

  /** Like {@link #run(String, InputStream, ProgressListener)}, in a given format. */
  public ImportTotals run(
      String sourceName, InputStream file, FileReading reading, ProgressListener listener) {
    DSLContext sql = DSL.using(ingest, SQLDialect.POSTGRES);
    Source source = source(sql, sourceName);
    try (Journal journal = Journal.open(ingest)) {
      Partitions partitions = new Partitions(sql, clock.instant());
      return new ImportRun(source, journal, partitions, clock, listener)
          .over(NotificationFile.open(file, reading, source.reader().zone()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Imports a queue_log and goes on as it grows, from where the last such import of it ended.
   *
   * @param file its absolute path is how its position is found again
   */
  public void follow(String sourceName, Path file, FileReading reading, FollowListener listener) {
    DSLContext sql = DSL.using(ingest, SQLDialect.POSTGRES);
    Source source = source(sql, sourceName);
    Path path = file.toAbsolutePath().normalize();
    try (Journal journal = Journal.open(ingest)) {
      new FollowedImport(
              path,
              new FilePositions(sql, sourceName, path.toString()),
              () ->
                  new ImportRun(
                      source, journal, new Partitions(sql, clock.instant()), clock, listener),
              reading,
              source.reader().zone(),
              listener)
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Source source(DSLContext sql, String name) {
    SelectSource sources = new SelectSource(sql, name);
    return sources.fetch().orElseThrow(() -> unknown(name, sources.known()));
  }

  private static LocalizedException unknown(String name, List<String> known) {
    if (known.isEmpty()) {
      return new LocalizedException(LocalizedText.of("calltally.ingest.file", "no_source", name));
    }
    return new LocalizedException(
        LocalizedText.of(
            "calltally.ingest.file",
            "source",
            name,
            String.join(", ", known),
            new NearestNames(name).question(known)));
  }
}
