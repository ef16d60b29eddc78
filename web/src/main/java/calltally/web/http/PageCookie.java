package calltally.web.http;

import java.util.Map;

/**
 * A cookie of this server alone.
 *
 * @param name without the prefix by which browsers refuse it from any other host
 */
public record PageCookie(String name) {

  private static final String PREFIX = "__Host-";

  /** Its value in the request; empty when there is none. */
  public String in(PageRequest request) {
    Map<String, String> cookies = request.cookies();
    return cookies.getOrDefault(fullName(request.origin()), "");
  }

  /** The header that sets it, or deletes it when the value is empty. */
  public String set(String value, PageRequest request) {
    return fullName(request.origin())
        + "="
        + value
        + "; Path=/; HttpOnly; SameSite=Lax"
        + (request.origin().isPlain() ? "" : "; Secure")
        + (value.isEmpty() ? "; Max-Age=0" : "");
  }

  /** Browsers take neither the prefix nor {@code Secure} over plain HTTP. */
  private String fullName(RequestOrigin origin) {
    return origin.isPlain() ? name : PREFIX + name;
  }
}
