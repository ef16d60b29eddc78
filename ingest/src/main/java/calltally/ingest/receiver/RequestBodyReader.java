package calltally.ingest.receiver;

import calltally.exchange.request.Bytes;
import calltally.exchange.request.ReceivedBody;
import calltally.exchange.request.ReceivedBody.End;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Reads the body of a request as it arrives, without blocking a thread.
 *
 * <p>Everything runs on the thread of its connection.
 */
final class RequestBodyReader {

  static final int LONGEST = 1 << 20;

  private static final long MILLIS = RequestDeadline.FOR_BODY.toMillis();

  private final long nanos = System.nanoTime();
  private final HttpServerRequest request;
  private final ResponseEndHook answered;
  private final BodyMemory memory;
  private final String source;
  private final Consumer<ReceivedBody> then;
  private ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private int reserved;
  private long size;
  private boolean ended;

  RequestBodyReader(
      HttpServerRequest request,
      ResponseEndHook answered,
      BodyMemory memory,
      String source,
      Consumer<ReceivedBody> then) {
    this.request = request;
    this.answered = answered;
    this.memory = memory;
    this.source = source;
    this.then = then;
  }

  /** Reads until the body is complete or too long, or time is up; then continues, once. */
  void read() {
    Vertx vertx = Objects.requireNonNull(Vertx.currentContext()).owner();
    answered.then(() -> memory.giveBack(source, reserved));
    long timer = vertx.setTimer(MILLIS, over -> end(End.INCOMPLETE));
    request.exceptionHandler(broken -> end(End.INCOMPLETE));
    request.handler(this::take);
    request.endHandler(
        arrived -> {
          vertx.cancelTimer(timer);
          end(End.COMPLETE);
        });
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
  }

  private void take(Buffer chunk) {
    size += chunk.length();
    if (ended) {
      return;
    }
    if (size > LONGEST) {
      end(End.TOO_LONG);
    } else if (memory.take(source, chunk.length())) {
      reserved += chunk.length();
      kept.writeBytes(chunk.getBytes());
    } else {
      end(End.CROWDED);
    }
  }

  private void end(End end) {
    if (!ended) {
      ended = true;
      if (end == End.INCOMPLETE) {
        // A sender that stopped midway would otherwise hold the connection.
        answered.then(() -> request.connection().close());
      }
      Bytes content = Bytes.of(kept.toByteArray());
      kept = new ByteArrayOutputStream(); // until the answer, the content alone is needed
      then.accept(new ReceivedBody(nanos, content, size, end));
    }
  }
}
