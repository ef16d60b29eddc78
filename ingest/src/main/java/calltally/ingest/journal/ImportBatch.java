package calltally.ingest.journal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** Writes lines by one statement, or by several where PostgreSQL refuses some of them. */
record ImportBatch(Journal journal, Partitions partitions, InstantSource clock) {

  private static final Duration LIMIT = Duration.ofMinutes(2);

  /** What became of the lines; each refused one is kept as rejected. */
  ImportTotals write(List<ImportLine> lines) {
    partitions.createFor(lines.stream().flatMap(ImportBatch::delivery));
    return append(lines);
  }

  private ImportTotals append(List<ImportLine> lines) {
    try {
      return totals(journal.append(lines.stream().map(ImportLine::row).toList(), LIMIT));
    } catch (RowRefused e) {
      return separate(lines, e);
    }
  }

  private ImportTotals separate(List<ImportLine> lines, RowRefused refused) {
    if (lines.size() > 1) {
      int half = lines.size() / 2;
      return append(lines.subList(0, half)).plus(append(lines.subList(half, lines.size())));
    }
    if (lines.get(0).entry() instanceof Refusal) {
      throw refused;
    }
    return append(List.of(lines.get(0).refused(refused, clock.instant())));
  }

  private static ImportTotals totals(List<Outcome> outcomes) {
    return new ImportTotals(
        Collections.frequency(outcomes, Outcome.STORED),
        Collections.frequency(outcomes, Outcome.DUPLICATE),
        Collections.frequency(outcomes, Outcome.REJECTED));
  }

  private static Stream<Delivery> delivery(ImportLine line) {
    return line.entry() instanceof Delivery delivery ? Stream.of(delivery) : Stream.empty();
  }
}
