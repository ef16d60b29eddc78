package calltally.ingest.receiver;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Locale;

/** A connection to the receiver, with at most one request under way. */
final class LoadConnection {

  private static final String LENGTH = "content-length: ";

  private final SocketChannel channel;
  private final ByteBuffer received = ByteBuffer.allocate(8192);
  private long begin;

  private LoadConnection(SocketChannel channel) {
    this.channel = channel;
  }

  static LoadConnection open(SocketAddress address, Selector selector) throws IOException {
    SocketChannel channel = SocketChannel.open(address);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.configureBlocking(false);
    LoadConnection connection = new LoadConnection(channel);
    channel.register(selector, SelectionKey.OP_READ, connection);
    return connection;
  }

  /** Sends a request, which must fit into the socket's buffer. */
  void send(byte[] request, long due) throws IOException {
    begin = due;
    ByteBuffer bytes = ByteBuffer.wrap(request);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  /** The time when the request was due. */
  long begin() {
    return begin;
  }

  /** The status of the answer once it is complete, or 0. */
  int answer() throws IOException {
    if (channel.read(received) < 0) {
      throw new EOFException();
    }
    String text = new String(received.array(), 0, received.position(), ISO_8859_1);
    int body = text.indexOf("\r\n\r\n") + 4;
    if (body < 4 || text.length() < body + length(text.substring(0, body))) {
      return 0;
    }
    received.clear();
    return Integer.parseInt(text.substring(9, 12));
  }

  private static int length(String head) {
    int start = head.toLowerCase(Locale.ROOT).indexOf(LENGTH) + LENGTH.length();
    return Integer.parseInt(head.substring(start, head.indexOf('\r', start)));
  }

  void close() throws IOException {
    channel.close();
  }
}
