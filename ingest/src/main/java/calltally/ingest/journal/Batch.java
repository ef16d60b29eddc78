package calltally.ingest.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one statement brings into the journal.
 *
 * @param ticket null where nobody needs to know later whether the batch was taken
 */
record Batch(List<Written> entries, @Nullable Ticket ticket) {

  /** Parameters of {@code journal.append_columns}. */
  Map<String, @Nullable Object> parameters() {
    Map<String, @Nullable Object> parameters = new HashMap<>(columns());
    parameters.put("writer", ticket == null ? null : ticket.writer().toString());
    parameters.put("after", ticket == null ? null : ticket.after());
    parameters.put("batch", ticket == null ? null : ticket.batch());
    parameters.put("refusals", refusals());
    return parameters;
  }

  private Map<String, @Nullable Object> columns() {
    return DeliveryColumns.of(
            entries.stream()
                .filter(DeliveryTexts.class::isInstance)
                .map(DeliveryTexts.class::cast)
                .toList())
        .parameters();
  }

  private String refusals() {
    return entries.stream()
        .filter(RefusalText.class::isInstance)
        .map(entry -> ((RefusalText) entry).json())
        .collect(Collectors.joining(",", "[", "]"));
  }
}
