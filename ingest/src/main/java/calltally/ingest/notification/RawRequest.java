package calltally.ingest.notification;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/**
 * What was received, before anything of it is read.
 *
 * @param query without the question mark, one character for each byte; null when absent
 * @param contentType of the body; null when absent
 * @param body empty when there is none
 */
public record RawRequest(
    Method method, @Nullable String query, @Nullable String contentType, Octets body) {

  /** A line of a file of notifications. */
  public static RawRequest line(Octets line) {
    return new RawRequest(Method.FILE, null, null, line);
  }

  /** All fields; where query and body both name one, the body's. */
  Fields fields() {
    Fields fromQuery =
        query == null
            ? Fields.NONE
            : new UrlEncodedForm(query.getBytes(ISO_8859_1), UTF_8).fields();
    if (method == Method.GET || body.isEmpty()) {
      return fromQuery;
    }
    return bodyFields().over(fromQuery);
  }

  private Fields bodyFields() {
    ContentType type = ContentType.of(contentType);
    if (type.isMultipart()) {
      return new MultipartForm(body.text(ISO_8859_1), type).fields();
    }
    return isJson(type)
        ? new JsonObject(withoutByteOrderMark(StrictText.decode(body.toArray(), type.charset())))
            .fields()
        : new UrlEncodedForm(body.toArray(), type.charset()).fields();
  }

  private boolean isJson(ContentType type) {
    return method == Method.FILE || type.isJson() || (!type.isForm() && looksLikeObject());
  }

  private boolean looksLikeObject() {
    return withoutByteOrderMark(body.text(UTF_8)).stripLeading().startsWith("{");
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
