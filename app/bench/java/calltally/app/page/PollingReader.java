package calltally.app.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A reader whose browser asks for today's figures, compressed, and only if they have changed since
 * the last time. It takes hardly any processor time: browsers run on other machines.
 */
final class PollingReader {

  static final int CHANGED = 200;
  static final int NOT_MODIFIED = 304;

  private static final Pattern LENGTH =
      Pattern.compile("\r\ncontent-length: (\\d+)\r\n", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG =
      Pattern.compile("\r\netag: (\\S+)\r\n", Pattern.CASE_INSENSITIVE);
  private static final String END = "\r\n\r\n";

  private final PageReader reader;
  private final byte[] received = new byte[1 << 20];
  private String tag = "\"of the page\"";
  private @Nullable Socket connection;

  PollingReader(PageReader reader) {
    this.reader = reader;
  }

  /** The status of the answer. */
  synchronized int poll() throws IOException {
    Socket open = connection();
    open.getOutputStream().write(request());
    InputStream in = open.getInputStream();
    int length = 0;
    String head = "";
    int end = -1;
    while (end < 0 || length < end + END.length() + length(head)) {
      int read = in.read(received, length, received.length - length);
      if (read < 0) {
        throw new EOFException("the page has closed the connection");
      }
      length += read;
      if (end < 0) {
        head = new String(received, 0, length, ISO_8859_1);
        end = head.indexOf(END);
      }
    }
    Matcher changed = TAG.matcher(head);
    if (changed.find()) {
      tag = changed.group(1);
    }
    return Integer.parseInt(head.substring(9, 12));
  }

  private Socket connection() throws IOException {
    Socket open = connection;
    if (open == null) {
      open = new Socket(reader.address().getHost(), reader.address().getPort());
      open.setTcpNoDelay(true);
      connection = open;
    }
    return open;
  }

  private byte[] request() {
    return """
        GET /today/live HTTP/1.1\r
        Host: page\r
        Cookie: calltally=%s\r
        Accept-Encoding: gzip\r
        If-None-Match: %s\r
        \r
        """
        .formatted(reader.session().value(), tag)
        .getBytes(ISO_8859_1);
  }

  /** Of the body; an answer without one has no length. */
  private static int length(String head) {
    Matcher length = LENGTH.matcher(head);
    return length.find() ? Integer.parseInt(length.group(1)) : 0;
  }

  /** Hangs up until the next poll. */
  synchronized void hangUp() throws IOException {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
