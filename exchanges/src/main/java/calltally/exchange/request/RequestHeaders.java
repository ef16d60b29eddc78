package calltally.exchange.request;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The headers that are used; no others have any effect.
 *
 * @param contentType null when absent
 * @param contentEncoding null when absent
 * @param forwardedFor all {@code X-Forwarded-For} headers, in order
 * @param proofs all headers that an exchange reads, by their names in lower case
 */
public record RequestHeaders(
    @Nullable String contentType,
    @Nullable String contentEncoding,
    List<String> forwardedFor,
    Map<String, List<String>> proofs) {

  /** Headers that consist of the content type alone. */
  static RequestHeaders of(@Nullable String contentType) {
    return new RequestHeaders(contentType, null, List.of(), Map.of());
  }

  public boolean isCompressed() {
    return contentEncoding != null && !contentEncoding.strip().equalsIgnoreCase("identity");
  }

  /** All headers of a name, in any case, that an exchange reads. */
  public List<String> all(String name) {
    return proofs.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }
}
