package calltally.exchange.field;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.request.RequestMethod;

/** Reads the fields of a request. */
public record RequestFields(NotifyRequest request) {

  /** Blanks before an object beyond this many bytes make it no object. */
  private static final int BEGINNING = 256;

  /** All fields; the body's take precedence over the query's. */
  public static Fields of(NotifyRequest request) {
    return new RequestFields(request).fields();
  }

  private Fields fields() {
    String query = request.query();
    Fields fromQuery =
        query == null
            ? Fields.NONE
            : new UrlEncodedForm(query.getBytes(ISO_8859_1), UTF_8).fields();
    if (request.method() == RequestMethod.GET || body().isEmpty()) {
      return fromQuery;
    }
    return bodyFields().over(fromQuery);
  }

  private Fields bodyFields() {
    ContentType type = ContentType.of(request.headers().contentType());
    if (type.isMultipart()) {
      return new MultipartForm(body().text(ISO_8859_1), type).fields();
    }
    return isJson(type)
        ? new JsonObject(withoutByteOrderMark(StrictText.decode(body().toArray(), type.charset())))
            .fields()
        : new UrlEncodedForm(body().toArray(), type.charset()).fields();
  }

  private boolean isJson(ContentType type) {
    return request.method() == RequestMethod.FILE || type.isJson() || looksLikeObject();
  }

  /** Some exchanges send JSON as a form; no field of a form has such a name. */
  private boolean looksLikeObject() {
    Bytes beginning = body().first(BEGINNING);
    return withoutByteOrderMark(beginning.text(UTF_8)).stripLeading().startsWith("{");
  }

  private Bytes body() {
    return request.body().content();
  }

  private static String withoutByteOrderMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }
}
