package calltally.sql;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Map;
import javax.net.SocketFactory;
import jdk.net.ExtendedSocketOptions;

/**
 * Sockets that notice within a minute that the other machine is gone, and within two that its
 * PostgreSQL answers nobody. A statement may run for hours, so a time limit on the answer could not
 * say that; the system's own limit is two hours.
 */
public final class KeepaliveSockets extends SocketFactory {

  private static final int IDLE = 30;
  private static final int INTERVAL = 10;
  private static final int PROBES = 3;

  private static final Map<SocketOption<Integer>, Integer> SECONDS =
      Map.of(
          ExtendedSocketOptions.TCP_KEEPIDLE, IDLE,
          ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL,
          ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);

  /** The same for the server, which otherwise keeps the locks of a client that is gone. */
  public static final String SERVER_OPTIONS =
      "-c tcp_keepalives_idle=%d -c tcp_keepalives_interval=%d -c tcp_keepalives_count=%d"
          .formatted(IDLE, INTERVAL, PROBES);

  @Override
  public Socket createSocket() throws IOException {
    Socket socket = SilenceWatch.running().newSocket();
    socket.setKeepAlive(true);
    for (Map.Entry<SocketOption<Integer>, Integer> option : SECONDS.entrySet()) {
      if (socket.supportedOptions().contains(option.getKey())) {
        var unused = socket.setOption(option.getKey(), option.getValue());
      }
    }
    return socket;
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException("the driver connects sockets itself");
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException("the driver connects sockets itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException("the driver connects sockets itself");
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
    throw new UnsupportedOperationException("the driver connects sockets itself");
  }
}
