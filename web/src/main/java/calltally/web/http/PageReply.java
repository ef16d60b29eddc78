package calltally.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer to a request; the headers of every answer come on top. */
public record PageReply(int status, String type, Buffer body, Map<String, String> headers) {

  private static final String HTML = "text/html; charset=utf-8";

  public static PageReply html(int status, String body) {
    return new PageReply(status, HTML, Buffer.buffer(body), Map.of());
  }

  /** A page of pieces, compressed if the browser can read that. */
  public static PageReply html(PageRequest request, PagePiece... pieces) {
    return request.hints().acceptsGzip()
        ? new PageReply(200, HTML, PagePiece.gzip(pieces), Map.of("Content-Encoding", "gzip"))
        : new PageReply(200, HTML, PagePiece.joined(pieces), Map.of());
  }

  /** A short text for programs. */
  public static PageReply text(int status, String body) {
    return new PageReply(status, "text/plain; charset=utf-8", Buffer.buffer(body), Map.of());
  }

  /** A file that the browser saves under that name. */
  public static PageReply file(String name, String type, Buffer body) {
    String plain = name.replaceAll("[^\\p{L}\\p{N}._ -]", "_");
    String encoded = URLEncoder.encode(plain, UTF_8).replace("+", "%20");
    return new PageReply(200, type, body, Map.of())
        .with("Content-Disposition", "attachment; filename*=UTF-8''" + encoded);
  }

  /** Whether it is saved, not shown. */
  boolean isFile() {
    return headers.containsKey("Content-Disposition");
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
