package calltally.app.conformance;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as an exchange sends it.
 *
 * @param path what follows the token, query included; empty or from its slash or question mark on
 * @param at the receiver's clock on arrival; null for that of the request before
 * @param line of its file
 */
record ScriptedRequest(
    String method,
    String path,
    Map<String, String> headers,
    String body,
    @Nullable Instant at,
    int line) {

  /** The same, the lines of a form joined. */
  ScriptedRequest joined() {
    return isForm()
        ? new ScriptedRequest(method, path, headers, body.replace("\n", ""), at, line)
        : this;
  }

  private boolean isForm() {
    return headers.entrySet().stream()
        .anyMatch(
            header ->
                header.getKey().equalsIgnoreCase("Content-Type")
                    && header.getValue().startsWith("application/x-www-form-urlencoded"));
  }
}
