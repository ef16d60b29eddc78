package calltally.ingest.journal;

import java.time.Instant;
import java.util.List;

/**
 * Lines of a source that one statement writes, or several where PostgreSQL refuses some of them.
 *
 * @param columns of the deliveries among them
 */
record ImportBatch(
    List<ImportLine> deliveries, DeliveryColumns columns, List<ImportLine> refusals) {

  static ImportBatch of(List<ImportLine> lines) {
    return of(
        lines.stream().filter(ImportLine::isDelivery).toList(),
        lines.stream().filter(line -> !line.isDelivery()).toList());
  }

  private static ImportBatch of(List<ImportLine> deliveries, List<ImportLine> refusals) {
    DeliveryColumns columns =
        DeliveryColumns.of(deliveries.stream().map(ImportLine::delivery).toList());
    return new ImportBatch(deliveries, columns, refusals);
  }

  /** The two of which it consists; of a single delivery the one that keeps it as rejected. */
  List<ImportBatch> separate(RowRefused refused, Instant now) {
    int half = deliveries.size() / 2;
    return half == 0
        ? List.of(of(List.of(), List.of(deliveries.get(0).refused(refused, now))))
        : List.of(
            of(deliveries.subList(0, half), List.of()),
            of(deliveries.subList(half, deliveries.size()), List.of()));
  }
}
