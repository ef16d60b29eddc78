package calltally.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import org.jspecify.annotations.Nullable;

/** The URL of a page of this server, built up from its parts. */
public record Link(String url) {

  /** A page without a subject, such as {@code /calls}. */
  public static Link to(String path) {
    return new Link(path);
  }

  /** A page about a subject. */
  public static Link to(String folder, String subject) {
    return new Link(folder + encoded(subject).replace("+", "%20"));
  }

  /** The same page with a parameter; without it when the value is null. */
  public Link with(String name, @Nullable String value) {
    return value == null
        ? this
        : new Link(url + (url.indexOf('?') < 0 ? "?" : "&") + name + "=" + encoded(value));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  @Override
  public String toString() {
    return url;
  }
}
