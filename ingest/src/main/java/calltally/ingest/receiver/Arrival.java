package calltally.ingest.receiver;

import calltally.ingest.notification.Octets;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Objects;

/**
 * A request that is there, with its body or what has come of it.
 *
 * @param nanos when its head was there
 * @param body its beginning when it is too long
 * @param size bytes of the body that arrived, also those not kept
 */
record Arrival(long nanos, Octets body, long size, End end) {

  private static final String KEY = Arrival.class.getName();

  /** How the body ended. */
  enum End {
    COMPLETE,
    /** It is longer than bodies may be. */
    TOO_LONG,
    /** It did not come in time, or the connection broke. */
    INCOMPLETE,
    /** There is no memory for it at the moment. */
    CROWDED
  }

  static Arrival withoutBody(long nanos) {
    return new Arrival(nanos, Octets.NONE, 0, End.COMPLETE);
  }

  boolean isComplete() {
    return end == End.COMPLETE;
  }

  /** One byte at least is missing of what did not arrive completely. */
  long sizeAsSent() {
    return end == End.INCOMPLETE ? size + 1 : size;
  }

  /** Lets the threads that answer the request find it. */
  void enter() {
    Vertx.currentContext().putLocal(KEY, this);
  }

  /** That of the request which the thread answers. */
  static Arrival current() {
    Context context = Objects.requireNonNull(Vertx.currentContext());
    return Objects.requireNonNull(context.<Arrival>getLocal(KEY));
  }
}
