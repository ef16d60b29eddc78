package calltally.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a request that pages use.
 *
 * @param query parameters of the URL, each name once
 * @param form fields of a posted form, each name once
 */
public record PageRequest(
    String method,
    String path,
    Map<String, String> query,
    Map<String, String> form,
    Map<String, String> cookies,
    RequestOrigin origin,
    RequestHints hints) {

  public PageRequest {
    query = Map.copyOf(query);
    form = Map.copyOf(form);
    cookies = Map.copyOf(cookies);
  }

  public boolean isPost() {
    return method.equals("POST");
  }

  /** Whether the browser has the answer and asks whether it has changed. */
  public boolean isPoll() {
    return hints.ifNoneMatch() != null;
  }

  /** The parameter of the URL; null when it is missing or blank. */
  public @Nullable String parameter(String name) {
    String value = query.get(name);
    return value == null || value.isBlank() ? null : value;
  }

  /** What follows the first part of the path, decoded; empty when that is malformed. */
  public String subject() {
    String rest = path.substring(path.indexOf('/', 1) + 1);
    try {
      String subject = URLDecoder.decode(rest.replace("+", "%2B"), UTF_8);
      // PostgreSQL refuses NUL in a text.
      return subject.indexOf(0) < 0 ? subject : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  /** The field of the form; empty when it is missing. */
  public String field(String name) {
    return form.getOrDefault(name, "");
  }
}
