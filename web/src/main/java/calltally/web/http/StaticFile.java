package calltally.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The style sheet or the script: the same for everybody. */
public final class StaticFile implements Responder {

  private final PageReply file;
  private final String tag;

  private StaticFile(PageReply file, String tag) {
    this.file = file;
    this.tag = tag;
  }

  /** A file next to the message bundles. */
  public static StaticFile of(String name, String type) {
    try (InputStream in =
        Objects.requireNonNull(StaticFile.class.getResourceAsStream("/calltally/web/" + name))) {
      String text = new String(in.readAllBytes(), UTF_8);
      String tag = EntityTag.of(text);
      PageReply reply =
          PageReply.text(200, text).with("ETag", tag).with("Cache-Control", "no-cache");
      return new StaticFile(
          new PageReply(200, type + "; charset=utf-8", reply.body(), reply.headers()), tag);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public PageReply respond(PageRequest request) {
    return EntityTag.matches(request, tag)
        ? PageReply.notModified(tag).with("Cache-Control", "no-cache")
        : file;
  }
}
