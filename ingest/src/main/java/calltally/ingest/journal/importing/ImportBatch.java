package calltally.ingest.journal.importing;

import calltally.ingest.journal.UnstorableRow;
import java.time.Instant;
import java.util.List;

/** Lines to be written in one statement, or in several when PostgreSQL refuses some. */
record ImportBatch(List<ImportLine> notifications, List<ImportLine> rejected) {

  static ImportBatch of(List<ImportLine> lines) {
    return new ImportBatch(
        lines.stream().filter(ImportLine::isNotification).toList(),
        lines.stream().filter(line -> !line.isNotification()).toList());
  }

  /** Its two halves; for a single notification, a batch that keeps it as rejected. */
  List<ImportBatch> separate(UnstorableRow refused, Instant now) {
    int half = notifications.size() / 2;
    return half == 0
        ? List.of(new ImportBatch(List.of(), List.of(notifications.get(0).rejected(refused, now))))
        : List.of(
            new ImportBatch(notifications.subList(0, half), List.of()),
            new ImportBatch(notifications.subList(half, notifications.size()), List.of()));
  }
}
