package calltally.web.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** An answer to a request; the headers of every answer come on top. */
public record PageReply(int status, String type, String body, Map<String, String> headers) {

  private static final String HTML = "text/html; charset=utf-8";

  public static PageReply html(int status, String body) {
    return new PageReply(status, HTML, body, Map.of());
  }

  /** A short text for programs. */
  public static PageReply text(int status, String body) {
    return new PageReply(status, "text/plain; charset=utf-8", body, Map.of());
  }

  /** Sends the browser to another page of this server, with GET. */
  public static PageReply redirect(String path) {
    return text(303, "").with("Location", path);
  }

  public static PageReply notModified(String tag) {
    return text(304, "").with("ETag", tag);
  }

  /** The same reply with a header. */
  public PageReply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new PageReply(status, type, body, Map.copyOf(more));
  }
}
