package calltally.sql.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The TCP port of a cluster on 127.0.0.1.
 *
 * <p>Kept between starts, so that a known address stays valid; replaced when another program has
 * taken it. Below the range from which systems take ports of outgoing connections.
 */
final class ServerPort {

  private static final int FIRST = 15432;
  private static final int COUNT = 10_000;
  private static final int HIGHEST = 65_535;
  private static final SecureRandom RANDOM = new SecureRandom();

  private ServerPort() {}

  static int keptOrOther(PrivateFile kept) throws IOException {
    Optional<Integer> usual = kept.read().flatMap(ServerPort::number).filter(ServerPort::isFree);
    if (usual.isPresent()) {
      return usual.get();
    }
    int port = other();
    kept.write(Integer.toString(port));
    return port;
  }

  private static Optional<Integer> number(String text) {
    return Optional.of(text)
        .filter(digits -> digits.matches("\\d{1,5}"))
        .map(Integer::valueOf)
        .filter(port -> port > 0 && port <= HIGHEST);
  }

  static int requireFree(int port) {
    if (!isFree(port)) {
      throw new ClusterUnavailable("port_taken", port);
    }
    return port;
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static int other() {
    int first = RANDOM.nextInt(COUNT);
    return IntStream.range(first, first + COUNT)
        .map(port -> FIRST + port % COUNT)
        .filter(ServerPort::isFree)
        .findFirst()
        .orElseThrow(() -> new ClusterUnavailable("no_port", FIRST, FIRST + COUNT - 1));
  }
}
