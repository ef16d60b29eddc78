package calltally.ingest.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The headers that count; no other has an effect.
 *
 * @param contentType null when absent
 * @param contentEncoding null when absent
 * @param forwardedFor all headers {@code X-Forwarded-For} in their order
 * @param signatures all headers {@code X-Webhook-Signature}
 * @param timestamps all headers {@code X-Webhook-Timestamp}
 */
public record RequestHeaders(
    @Nullable String contentType,
    @Nullable String contentEncoding,
    List<String> forwardedFor,
    List<String> signatures,
    List<String> timestamps) {

  /** The headers of a body whose request had no others that count. */
  static RequestHeaders of(@Nullable String contentType) {
    return new RequestHeaders(contentType, null, List.of(), List.of(), List.of());
  }

  public boolean isCompressed() {
    return contentEncoding != null && !contentEncoding.strip().equalsIgnoreCase("identity");
  }
}
