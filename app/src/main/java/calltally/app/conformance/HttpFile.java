package calltally.app.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A file of requests, in the order in which they are sent.
 *
 * <p>A line that begins with {@code ###} separates two of them. Before the request line, other
 * lines with {@code #} are comments, of which {@code # at: TIME} sets the receiver's clock. A blank
 * line separates headers and body; the lines of a form are joined.
 */
final class HttpFile {

  private static final Pattern REQUEST = Pattern.compile("(GET|POST) (/?\\S*)(?: HTTP/\\d\\S*)?");
  private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9-]+):\\s*(.*)");
  private static final Pattern AT = Pattern.compile("#\\s*at:\\s*(.*?)\\s*");

  /** They belong to the connection. */
  private static final Set<String> NOT_SENT = Set.of("host", "content-length", "connection");

  private final Path file;
  private final List<String> lines;
  private int next;

  private HttpFile(Path file, List<String> lines) {
    this.file = file;
    this.lines = lines;
  }

  static List<ScriptedRequest> read(Path file) throws IOException {
    HttpFile http = new HttpFile(file, Files.readAllLines(file, StandardCharsets.UTF_8));
    List<ScriptedRequest> requests = new ArrayList<>();
    while (http.hasRequest()) {
      requests.add(http.request());
    }
    if (requests.isEmpty()) {
      throw new FaultInFolder(file, 1, "a file must have a request");
    }
    return requests;
  }

  private boolean hasRequest() {
    int line = next;
    while (line < lines.size() && (lines.get(line).isBlank() || lines.get(line).startsWith("#"))) {
      line++;
    }
    return line < lines.size();
  }

  private ScriptedRequest request() {
    Instant at = null;
    while (lines.get(next).isBlank() || lines.get(next).startsWith("#")) {
      Matcher time = AT.matcher(lines.get(next));
      at = time.matches() ? time(time.group(1)) : at;
      next++;
    }
    Matcher request = REQUEST.matcher(lines.get(next).strip());
    if (!request.matches()) {
      throw fault("a request must begin with GET or POST and its path below the token");
    }
    next++;
    int line = next;
    Map<String, String> headers = headers();
    return new ScriptedRequest(request.group(1), request.group(2), headers, body(), at, line)
        .joined();
  }

  private Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    while (next < lines.size() && !lines.get(next).isBlank() && !isSeparator(next)) {
      Matcher header = HEADER.matcher(lines.get(next));
      if (!header.matches()) {
        throw fault("a header must be a name, a colon and a value");
      }
      if (!NOT_SENT.contains(header.group(1).toLowerCase(Locale.ROOT))) {
        headers.put(header.group(1), header.group(2));
      }
      next++;
    }
    return headers;
  }

  private String body() {
    List<String> body = new ArrayList<>();
    while (next < lines.size() && !isSeparator(next)) {
      body.add(lines.get(next));
      next++;
    }
    return String.join("\n", body).strip();
  }

  private boolean isSeparator(int line) {
    return lines.get(line).startsWith("###");
  }

  private @Nullable Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw fault("the clock must be a time in UTC, such as 2026-11-20T06:00:00Z");
    }
  }

  private FaultInFolder fault(String rule) {
    return new FaultInFolder(file, next + 1, rule);
  }
}
