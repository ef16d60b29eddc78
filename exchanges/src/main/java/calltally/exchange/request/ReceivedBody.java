package calltally.exchange.request;

/**
 * The body of a request, as far as it arrived.
 *
 * @param nanos when the head of the request had arrived, by {@link System#nanoTime}
 * @param content only the beginning when the body is too long
 * @param size bytes that arrived, including those not kept
 */
public record ReceivedBody(long nanos, Bytes content, long size, End end) {

  /** How the body ended. */
  public enum End {
    COMPLETE,
    /** It exceeds the limit. */
    TOO_LONG,
    /** It did not arrive in time, or the connection broke. */
    INCOMPLETE,
    /** There is no memory for it at present. */
    CROWDED
  }

  /** An empty body, also for a request whose body is not read. */
  public static ReceivedBody none(long nanos) {
    return new ReceivedBody(nanos, Bytes.NONE, 0, End.COMPLETE);
  }

  /** A body that did not arrive over a connection. */
  static ReceivedBody of(Bytes content) {
    return new ReceivedBody(0, content, content.size(), End.COMPLETE);
  }

  /** The same body with other content; its size as sent stays. */
  ReceivedBody withContent(Bytes other) {
    return new ReceivedBody(nanos, other, size, end);
  }

  public boolean isComplete() {
    return end == End.COMPLETE;
  }

  /** The size of the body as sent: at least one byte more when it is incomplete. */
  public long sizeAsSent() {
    return end == End.INCOMPLETE ? size + 1 : size;
  }
}
