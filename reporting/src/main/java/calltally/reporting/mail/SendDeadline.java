package calltally.reporting.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes the connection to a server when the whole session takes too long. A server that sends a
 * byte a minute exceeds no timeout for a single reply.
 */
final class SendDeadline extends SocketFactory {

  private static final Logger LOG = LoggerFactory.getLogger(SendDeadline.class);

  private final Duration limit;
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  private SendDeadline(Duration limit) {
    this.limit = limit;
  }

  /** Starts the clock. */
  static SendDeadline after(Duration limit) {
    SendDeadline deadline = new SendDeadline(limit);
    deadline.end.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    return deadline;
  }

  /** Whether the time is up, and the connection therefore closed. */
  boolean isDue() {
    return end.isCompletedExceptionally();
  }

  SmtpReply reply() {
    return new SmtpReply(
        -1, "cut off: the session took longer than %d s".formatted(limit.toSeconds()));
  }

  /** Stops the clock, since the session has ended in time. */
  void cancel() {
    end.complete(null);
  }

  /** An unconnected socket; encryption, if any, is layered on top of it. */
  @Override
  public Socket createSocket() {
    Socket socket = new Socket();
    CompletableFuture<Void> unused =
        end.whenComplete(
            (ended, late) -> {
              if (late != null) {
                close(socket);
              }
            });
    return socket;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("Connection to mail server was already closed: {}", e.getMessage());
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw connectsNothing();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw connectsNothing();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw connectsNothing();
  }

  @Override
  public Socket createSocket(
      InetAddress address, int port, InetAddress localAddress, int localPort) {
    throw connectsNothing();
  }

  private static UnsupportedOperationException connectsNothing() {
    return new UnsupportedOperationException("cannot create socket: the caller must connect it");
  }
}
