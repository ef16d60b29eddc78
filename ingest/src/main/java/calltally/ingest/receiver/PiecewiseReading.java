package calltally.ingest.receiver;

import io.netty.channel.MaxMessagesRecvByteBufAllocator;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/**
 * Reads from a connection piece by piece, in turn with the others.
 *
 * <p>All connections share a thread. By default it reads up to a mebibyte of one before it goes on
 * to the next, and so a small request would wait for two hundred of them.
 */
final class PiecewiseReading {

  private PiecewiseReading() {}

  /** Limits what is read at a time to one buffer, of 64 KiB at most. */
  static void of(HttpConnection connection) {
    if (connection instanceof ConnectionBase base
        && base.channel().config().getRecvByteBufAllocator()
            instanceof MaxMessagesRecvByteBufAllocator pieces) {
      pieces.maxMessagesPerRead(1);
    }
  }
}
