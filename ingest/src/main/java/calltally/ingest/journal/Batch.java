package calltally.ingest.journal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows stored by one statement, all or none.
 *
 * @param id null when nobody will ask whether the batch was stored
 */
public record Batch(List<? extends JournalRow> rows, @Nullable BatchId id) {

  /** A batch that nobody will ask about. */
  public static Batch of(List<? extends JournalRow> rows) {
    return new Batch(rows, null);
  }

  /** The parameters of {@link AppendRoute}, by name. */
  Map<String, @Nullable Object> parameters() {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    parameters.put("writer", id == null ? null : id.writer().toString());
    parameters.put("after", id == null ? null : id.after());
    parameters.put("batch", id == null ? null : id.batch());
    List<NotificationRow> notifications = notifications();
    for (int column = 0; column < NotificationColumn.ALL.size(); column++) {
      parameters.put(NotificationColumn.ALL.get(column).label(), values(notifications, column));
    }
    parameters.put("rejected", rejected());
    return parameters;
  }

  /**
   * One result per row.
   *
   * @param duplicates the ordinals of the notifications that were there already, from 1
   */
  List<StorageResult> results(Set<Integer> duplicates) {
    List<StorageResult> results = new ArrayList<>(rows.size());
    int ordinal = 0;
    for (JournalRow row : rows) {
      if (row instanceof RejectedRow) {
        results.add(StorageResult.REJECTED);
      } else {
        ordinal++;
        results.add(duplicates.contains(ordinal) ? StorageResult.DUPLICATE : StorageResult.STORED);
      }
    }
    return results;
  }

  private List<NotificationRow> notifications() {
    return rows.stream()
        .filter(NotificationRow.class::isInstance)
        .map(NotificationRow.class::cast)
        .toList();
  }

  private static @Nullable String[] values(List<NotificationRow> rows, int column) {
    @Nullable String[] values = new String[rows.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = rows.get(row).values().get(column);
    }
    return values;
  }

  private String rejected() {
    return rows.stream()
        .filter(RejectedRow.class::isInstance)
        .map(JournalRow::json)
        .collect(Collectors.joining(",", "[", "]"));
  }
}
