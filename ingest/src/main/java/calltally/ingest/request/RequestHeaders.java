package calltally.ingest.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers that are used; no others have any effect.
 *
 * @param contentType null when absent
 * @param contentEncoding null when absent
 * @param forwardedFor all {@code X-Forwarded-For} headers, in order
 * @param signatures all {@code X-Webhook-Signature} headers
 * @param timestamps all {@code X-Webhook-Timestamp} headers
 */
public record RequestHeaders(
    @Nullable String contentType,
    @Nullable String contentEncoding,
    List<String> forwardedFor,
    List<String> signatures,
    List<String> timestamps) {

  /** Headers that consist of the content type alone. */
  static RequestHeaders of(@Nullable String contentType) {
    return new RequestHeaders(contentType, null, List.of(), List.of(), List.of());
  }

  public boolean isCompressed() {
    return contentEncoding != null && !contentEncoding.strip().equalsIgnoreCase("identity");
  }
}
