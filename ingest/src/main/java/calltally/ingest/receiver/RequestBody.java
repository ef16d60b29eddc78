package calltally.ingest.receiver;

import calltally.ingest.notification.Octets;
import calltally.ingest.receiver.Arrival.End;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayOutputStream;
import java.util.function.Consumer;

/**
 * The body of a request while it arrives; no thread waits for it.
 *
 * <p>All of it happens on the thread of its connection.
 */
final class RequestBody {

  static final int LONGEST = 1 << 20;

  private static final long MILLIS = TimeLeft.FOR_BODY.toMillis();

  private final long nanos = System.nanoTime();
  private final HttpServerRequest request;
  private final BodySpace space;
  private final Departure departure;
  private final Consumer<Arrival> then;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long size;
  private boolean settled;

  RequestBody(
      HttpServerRequest request, Departure departure, BodySpace space, Consumer<Arrival> then) {
    this.request = request;
    this.departure = departure;
    this.space = space;
    this.then = then;
  }

  /** Reads until it is there, is too long, or the time is over; tells once. */
  void read(Vertx vertx) {
    departure.then(() -> space.giveBack(kept.size()));
    long timer = vertx.setTimer(MILLIS, over -> settle(End.INCOMPLETE));
    request.exceptionHandler(broken -> settle(End.INCOMPLETE));
    request.handler(this::take);
    request.endHandler(
        end -> {
          vertx.cancelTimer(timer);
          settle(End.COMPLETE);
        });
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      request.response().writeContinue();
    }
  }

  private void take(Buffer chunk) {
    size += chunk.length();
    if (settled) {
      return;
    }
    if (size > LONGEST) {
      settle(End.TOO_LONG);
    } else if (space.take(chunk.length())) {
      kept.writeBytes(chunk.getBytes());
    } else {
      settle(End.CROWDED);
    }
  }

  private void settle(End end) {
    if (!settled) {
      settled = true;
      if (end == End.INCOMPLETE) {
        // A sender that stopped in the middle would otherwise hold the connection.
        departure.then(() -> request.connection().close());
      }
      then.accept(new Arrival(nanos, Octets.of(kept.toByteArray()), size, end));
    }
  }
}
