package calltally.exchange.field;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the fields of a {@code multipart/form-data} body; every part is text. */
final class MultipartForm {

  private static final Pattern NAME =
      Pattern.compile(
          "(?im)^content-disposition:\\s*form-data\\b.*?;\\s*name=(?:\"([^\"\r\n"
              + "]*)\"|([^\\s;\"]+))");
  private static final Pattern TYPE = Pattern.compile("(?im)^content-type:\\s*([^\r\n]*)");
  private static final String END_OF_HEADERS = "\r\n\r\n";

  /** One character per byte, so that positions are those in the body. */
  private final String body;

  private final String delimiter;
  private final Charset charset;

  MultipartForm(String body, ContentType type) {
    this.body = "\r\n" + body;
    this.delimiter =
        "\r\n--"
            + type.parameter("boundary")
                .filter(boundary -> !boundary.isEmpty() && boundary.length() <= 70)
                .orElseThrow(
                    () -> new NotANotification("multipart/form-data must name its boundary"));
    this.charset = type.charset();
  }

  Fields fields() {
    Map<String, FieldValue> values = new LinkedHashMap<>();
    int start = afterDelimiter(body.indexOf(delimiter));
    while (!body.startsWith("--", start)) {
      int end = body.indexOf(delimiter, start);
      put(values, part(start, end));
      start = afterDelimiter(end);
    }
    return new Fields(values);
  }

  private int afterDelimiter(int position) {
    if (position < 0) {
      throw new NotANotification("multipart/form-data must end with its boundary");
    }
    return position + delimiter.length();
  }

  private String part(int start, int end) {
    int headers = body.indexOf("\r\n", start);
    if (end < 0 || headers < 0 || headers > end) {
      throw new NotANotification("multipart/form-data must end with its boundary");
    }
    return body.substring(headers, end);
  }

  private void put(Map<String, FieldValue> values, String part) {
    int split = part.indexOf(END_OF_HEADERS);
    if (split < 0) {
      throw new NotANotification("a part of multipart/form-data must have headers");
    }
    String headers = part.substring(0, split);
    String content = part.substring(split + END_OF_HEADERS.length());
    values.put(name(headers), new FieldValue.Text(text(content, charsetOf(headers))));
  }

  private static String name(String headers) {
    Matcher name = NAME.matcher(headers);
    if (!name.find()) {
      throw new NotANotification("a part of multipart/form-data must have a name");
    }
    return text(name.group(1) == null ? name.group(2) : name.group(1), UTF_8);
  }

  private Charset charsetOf(String headers) {
    Matcher type = TYPE.matcher(headers);
    return type.find() ? new ContentType(type.group(1)).charset(charset) : charset;
  }

  private static String text(String bytes, Charset charset) {
    return StrictText.decode(bytes.getBytes(ISO_8859_1), charset);
  }
}
