package calltally.ingest.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** An HTTP client that sends raw bytes, well-formed or not. */
record RawHttp(int port) {

  /** Sends a request or part of one, and reads until the server closes. */
  String exchange(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  /** Sends the head, waits for 100 Continue, sends the body, and reads until the end. */
  String exchangeAfterContinue(String head, String body) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(head.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      String word = new String(socket.getInputStream().readNBytes(21), ISO_8859_1);
      socket.getOutputStream().write(body.getBytes(ISO_8859_1));
      socket.getOutputStream().flush();
      return word + new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }

  private Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(10_000);
    return socket;
  }
}
