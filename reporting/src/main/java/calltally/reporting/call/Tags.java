package calltally.reporting.call;

import calltally.reporting.call.fold.TagList;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads the field {@code tags} of a tags event as it was sent. */
final class Tags {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Tags() {}

  /**
   * The tags in the order sent: elements of an array, or the parts of a comma-separated text.
   *
   * @return null when the field is null, which counts as absent
   */
  static @Nullable TagList read(String json) {
    try {
      JsonNode node = JSON.readTree(json);
      return node.isNull() ? null : new TagList(json, list(node));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot read tags: must be JSON", e);
    }
  }

  private static List<String> list(JsonNode node) {
    return node.isArray()
        ? StreamSupport.stream(node.spliterator(), false).map(Tags::text).toList()
        : split(node.asText());
  }

  private static String text(JsonNode element) {
    return element.isTextual() ? element.textValue() : element.toString();
  }

  private static List<String> split(String text) {
    return Arrays.stream(text.split(",")).map(String::strip).filter(tag -> !tag.isEmpty()).toList();
  }
}
