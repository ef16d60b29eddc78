package calltally.app.demo.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A notification's fields as an urlencoded form. */
public final class WebhookForm {

  private WebhookForm() {}

  /** Without the fields that are null: this form cannot say null. */
  public static String text(Map<String, ? extends @Nullable Object> fields) {
    return fields.entrySet().stream()
        .filter(field -> field.getValue() != null)
        .map(field -> encode(field.getKey()) + "=" + encode(scalar(field)))
        .collect(joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  private static String scalar(Map.Entry<String, ? extends @Nullable Object> field) {
    if (field.getValue() instanceof List<?>) {
      throw new IllegalArgumentException(
          "cannot send the delivery: only JSON can carry a list (was field "
              + field.getKey()
              + ")");
    }
    return String.valueOf(field.getValue());
  }
}
