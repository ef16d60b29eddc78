package calltally.ingest.journal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Deliveries as the arrays that {@code journal.append_columns} takes.
 *
 * @param parameters by their names
 */
record DeliveryColumns(Map<String, @Nullable Object> parameters) {

  static DeliveryColumns of(List<DeliveryTexts> deliveries) {
    Map<String, @Nullable Object> parameters = new HashMap<>();
    for (int column = 0; column < DeliveryTexts.COLUMNS.size(); column++) {
      parameters.put(DeliveryTexts.COLUMNS.get(column), values(deliveries, column));
    }
    return new DeliveryColumns(parameters);
  }

  private static @Nullable String[] values(List<DeliveryTexts> deliveries, int column) {
    @Nullable String[] values = new String[deliveries.size()];
    for (int row = 0; row < values.length; row++) {
      values[row] = deliveries.get(row).values().get(column);
    }
    return values;
  }
}
