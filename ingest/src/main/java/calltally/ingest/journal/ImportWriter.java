package calltally.ingest.journal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;

/** Brings batches of lines into the journal. */
record ImportWriter(Journal journal, InstantSource clock) {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** What became of the lines; each refused one is kept as rejected. */
  ImportTotals write(ImportBatch batch) {
    return append(batch).plus(reject(batch.refusals()));
  }

  private ImportTotals append(ImportBatch batch) {
    if (batch.deliveries().isEmpty()) {
      return ImportTotals.NONE;
    }
    try {
      return totals(append(batch.deliveries()));
    } catch (RowRefused e) {
      return batch.separate(e, clock.instant()).stream()
          .map(this::write)
          .reduce(ImportTotals.NONE, ImportTotals::plus);
    }
  }

  private ImportTotals reject(List<ImportLine> lines) {
    return lines.isEmpty() ? ImportTotals.NONE : totals(append(lines));
  }

  private List<Outcome> append(List<ImportLine> lines) {
    return journal.append(new Batch(lines.stream().map(ImportLine::written).toList(), null), LIMIT);
  }

  private static ImportTotals totals(List<Outcome> outcomes) {
    return new ImportTotals(
        Collections.frequency(outcomes, Outcome.STORED),
        Collections.frequency(outcomes, Outcome.DUPLICATE),
        Collections.frequency(outcomes, Outcome.REJECTED));
  }
}
