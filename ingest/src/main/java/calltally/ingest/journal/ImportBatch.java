package calltally.ingest.journal;

import java.time.Instant;
import java.util.List;

/**
 * Lines of a source that one statement writes, or several where PostgreSQL refuses some of them.
 */
record ImportBatch(List<ImportLine> deliveries, List<ImportLine> refusals) {

  static ImportBatch of(List<ImportLine> lines) {
    return new ImportBatch(
        lines.stream().filter(ImportLine::isDelivery).toList(),
        lines.stream().filter(line -> !line.isDelivery()).toList());
  }

  /** The two of which it consists; of a single delivery the one that keeps it as rejected. */
  List<ImportBatch> separate(RowRefused refused, Instant now) {
    int half = deliveries.size() / 2;
    return half == 0
        ? List.of(new ImportBatch(List.of(), List.of(deliveries.get(0).refused(refused, now))))
        : List.of(
            new ImportBatch(deliveries.subList(0, half), List.of()),
            new ImportBatch(deliveries.subList(half, deliveries.size()), List.of()));
  }
}
