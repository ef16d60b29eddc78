package calltally.sql;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Ends the waiting for a PostgreSQL that answers nobody any more: a stopped process, a frozen
 * machine.
 *
 * <p>A statement may rightly take hours, so no time limit can say that. A new connection is
 * answered in milliseconds by a server that lives; three that get no answer end the old one.
 */
final class SilenceWatch {

  /** What a connection may begin with; the answer is one byte, before any login. */
  private static final byte[] SSL_REQUEST = {0, 0, 0, 8, 4, (byte) 0xD2, 0x16, 0x2F};

  private static final int MOST_UNANSWERED = 3;
  private static final Duration INTERVAL = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Set<WatchedSocket> sockets = Collections.newSetFromMap(new WeakHashMap<>());
  private final int patience;

  SilenceWatch(Duration patience) {
    this.patience = Math.toIntExact(patience.toMillis());
  }

  /** The one that checks by itself. */
  static SilenceWatch running() {
    return Running.WATCH;
  }

  synchronized WatchedSocket newSocket() {
    WatchedSocket socket = new WatchedSocket();
    sockets.add(socket);
    return socket;
  }

  /** Asks the server of each socket at which somebody has been waiting since the last check. */
  void check() {
    Map<SocketAddress, Boolean> silent = new HashMap<>();
    for (WatchedSocket socket : waiting()) {
      SocketAddress server = socket.getRemoteSocketAddress();
      if (server != null) {
        note(socket, silent.computeIfAbsent(server, this::isSilent));
      }
    }
  }

  private synchronized List<WatchedSocket> waiting() {
    sockets.removeIf(Socket::isClosed);
    return sockets.stream().filter(WatchedSocket::isStillWaiting).toList();
  }

  private static void note(WatchedSocket socket, boolean isSilent) {
    try {
      if (isSilent) {
        socket.unanswered(MOST_UNANSWERED);
      } else {
        socket.answered();
      }
    } catch (IOException e) {
      // It is closed, which is all that was wanted.
      return;
    }
  }

  /** A refusal is an answer: the statement may be running on. */
  private boolean isSilent(SocketAddress server) {
    try (Socket probe = new Socket()) {
      probe.connect(server, patience);
      probe.setSoTimeout(patience);
      probe.getOutputStream().write(SSL_REQUEST);
      var unused = probe.getInputStream().read();
      return false;
    } catch (SocketTimeoutException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Starts with the first connection. */
  private static final class Running {

    private static final SilenceWatch WATCH = start();

    private static SilenceWatch start() {
      SilenceWatch watch = new SilenceWatch(PATIENCE);
      ScheduledExecutorService timer =
          Executors.newSingleThreadScheduledExecutor(
              task -> {
                Thread thread = new Thread(task, "silence-watch");
                thread.setDaemon(true);
                return thread;
              });
      long interval = INTERVAL.toMillis();
      var unused =
          timer.scheduleWithFixedDelay(watch::check, interval, interval, TimeUnit.MILLISECONDS);
      return watch;
    }
  }
}
