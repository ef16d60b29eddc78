package calltally.app.check;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/**
 * Asks a server on this machine for a page.
 *
 * @param timeout for the connection, and for the answer
 */
record HttpProbe(String host, int port, Duration timeout) {

  private static final int SEVERAL = 256;

  /** Whether the path is answered with 200. */
  boolean answers(String path) {
    try {
      return answer(path).startsWith("HTTP/1.1 200");
    } catch (IOException e) {
      return false;
    }
  }

  private String answer(String path) throws IOException {
    int millis = Math.toIntExact(timeout.toMillis());
    InetAddress address = InetAddress.getByName(host);
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(
              address.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : address, port),
          millis);
      socket.setSoTimeout(millis);
      String question = "GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(question.formatted(path).getBytes(US_ASCII));
      return new String(socket.getInputStream().readNBytes(SEVERAL), US_ASCII);
    }
  }
}
