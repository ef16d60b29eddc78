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
 * Closes the line to a server when the whole session has taken too long: one that says a letter a
 * minute is never late with any of them.
 */
final class SendDeadline extends SocketFactory {

  private static final Logger LOG = LoggerFactory.getLogger(SendDeadline.class);

  private final Duration limit;
  private final CompletableFuture<Void> end = new CompletableFuture<>();

  private SendDeadline(Duration limit) {
    this.limit = limit;
  }

  /** The time runs from now on. */
  static SendDeadline after(Duration limit) {
    SendDeadline deadline = new SendDeadline(limit);
    deadline.end.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS);
    return deadline;
  }

  /** Whether the time is over, and so the line is closed. */
  boolean isDue() {
    return end.isCompletedExceptionally();
  }

  SmtpReply reply() {
    return new SmtpReply(-1, "cut off: it may take %d s at most".formatted(limit.toSeconds()));
  }

  /** The session has ended before. */
  void cancel() {
    end.complete(null);
  }

  /** Not connected yet; encryption, where there is any, is laid over it. */
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
      LOG.debug("A mail server's line was closed already: {}", e.getMessage());
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
    return new UnsupportedOperationException(
        "socket not made: whoever asks for one must connect it himself");
  }
}
