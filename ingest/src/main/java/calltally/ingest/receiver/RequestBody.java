package calltally.ingest.receiver;

import calltally.ingest.notification.Octets;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The body of a request that is read only when somebody asks for it. */
final class RequestBody {

  static final int LONGEST = 1 << 20;

  private final HttpServerRequest request;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private final CountDownLatch settled = new CountDownLatch(1);
  private long size;
  private boolean complete;

  RequestBody(HttpServerRequest request) {
    this.request = request;
  }

  /** Lets the body pass unread, so that the connection can go on. */
  void discard() {
    request.resume();
  }

  /** Waits until the body is there, is too long, or the time is over. */
  Arrived read(Duration limit) {
    request.exceptionHandler(broken -> settled.countDown());
    request.handler(this::take);
    request.endHandler(end -> finish());
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
    request.resume();
    await(limit);
    Arrived arrived = arrived();
    if (!arrived.complete() && !arrived.isTooLong()) {
      hangUpAfterResponse();
    }
    return arrived;
  }

  private void await(Duration limit) {
    try {
      boolean unused = settled.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A sender that stopped in the middle would otherwise hold the connection for ever. */
  private void hangUpAfterResponse() {
    request.response().endHandler(sent -> request.connection().close());
  }

  private synchronized void take(Buffer chunk) {
    size += chunk.length();
    if (size <= LONGEST) {
      kept.writeBytes(chunk.getBytes());
    } else {
      settled.countDown();
    }
  }

  private synchronized void finish() {
    complete = true;
    settled.countDown();
  }

  private synchronized Arrived arrived() {
    return new Arrived(Octets.of(kept.toByteArray()), size, complete);
  }

  /**
   * What of the body arrived.
   *
   * @param bytes its beginning when it is too long
   * @param size bytes that arrived, also those not kept
   */
  record Arrived(Octets bytes, long size, boolean complete) {

    boolean isTooLong() {
      return size > LONGEST;
    }
  }
}
