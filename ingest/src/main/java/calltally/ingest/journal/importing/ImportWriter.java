package calltally.ingest.journal.importing;

import calltally.ingest.journal.Batch;
import calltally.ingest.journal.Journal;
import calltally.ingest.journal.StorageResult;
import calltally.ingest.journal.UnstorableRow;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;

/** Stores batches of lines in the journal. */
record ImportWriter(Journal journal, InstantSource clock, ProgressListener listener) {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** Stores a batch; lines that PostgreSQL refuses are kept as rejected. */
  ImportTotals write(ImportBatch batch) {
    return writeNotifications(batch).plus(append(batch.rejected()));
  }

  private ImportTotals writeNotifications(ImportBatch batch) {
    try {
      return append(batch.notifications());
    } catch (UnstorableRow e) {
      if (batch.notifications().size() == 1) {
        listener.rejected(batch.notifications().get(0).line().number(), e.rejection());
      }
      return batch.separate(e, clock.instant()).stream()
          .map(this::write)
          .reduce(ImportTotals.NONE, ImportTotals::plus);
    }
  }

  private ImportTotals append(List<ImportLine> lines) {
    if (lines.isEmpty()) {
      return ImportTotals.NONE;
    }
    Batch batch = Batch.of(lines.stream().map(ImportLine::row).toList());
    List<StorageResult> results = journal.append(batch, LIMIT);
    return new ImportTotals(
        Collections.frequency(results, StorageResult.STORED),
        Collections.frequency(results, StorageResult.DUPLICATE),
        Collections.frequency(results, StorageResult.REJECTED));
  }
}
