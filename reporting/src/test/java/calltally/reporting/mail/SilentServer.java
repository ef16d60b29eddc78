package calltally.reporting.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;

/** A server that accepts connections and says nothing. */
public final class SilentServer implements AutoCloseable {

  private static final MailTimeouts IMPATIENT =
      new MailTimeouts(Duration.ofSeconds(30), Duration.ofMillis(50), Duration.ofSeconds(60));

  private final ServerSocket socket;

  public SilentServer() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  /** As a mail server, whose clients wait 50 ms for each reply. */
  public MailServer forMail() {
    return new MailServer(
        "127.0.0.1",
        socket.getLocalPort(),
        null,
        MailEncryption.NONE,
        IMPATIENT,
        "calltally.example.com");
  }

  /** As a web server. */
  public URI forHttp() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
