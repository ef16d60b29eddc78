package calltally.exchange.field;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The content type of a body or of one of its parts. */
record ContentType(String text) {

  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([\\w*-]+)\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;\"]*))");

  static ContentType of(@Nullable String text) {
    return new ContentType(text == null ? "" : text);
  }

  boolean isMultipart() {
    return mediaType().equals("multipart/form-data");
  }

  boolean isJson() {
    String type = mediaType();
    return type.equals("application/json") || type.equals("text/json") || type.endsWith("+json");
  }

  Charset charset() {
    return charset(UTF_8);
  }

  Charset charset(Charset otherwise) {
    try {
      return parameter("charset").map(Charset::forName).orElse(otherwise);
    } catch (IllegalArgumentException e) {
      throw new NotANotification("the charset of the content type must be a known one");
    }
  }

  Optional<String> parameter(String name) {
    Matcher parameters = PARAMETER.matcher(text);
    while (parameters.find()) {
      if (parameters.group(1).equalsIgnoreCase(name)) {
        String quoted = parameters.group(2);
        return Optional.of(quoted == null ? parameters.group(3) : quoted);
      }
    }
    return Optional.empty();
  }

  private String mediaType() {
    int end = text.indexOf(';');
    return (end < 0 ? text : text.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }
}
