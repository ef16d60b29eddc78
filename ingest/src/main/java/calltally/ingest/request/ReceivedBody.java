package calltally.ingest.request;

/**
 * The body of a request, or what has come of it.
 *
 * @param nanos when the head of the request was there, by {@link System#nanoTime}
 * @param content its beginning when it is too long
 * @param size bytes that arrived, also those not kept
 */
public record ReceivedBody(long nanos, Bytes content, long size, End end) {

  /** How the body ended. */
  public enum End {
    COMPLETE,
    /** It is longer than bodies may be. */
    TOO_LONG,
    /** It did not come in time, or the connection broke. */
    INCOMPLETE,
    /** There is no memory for it at the moment. */
    CROWDED
  }

  /** The body of a request that has none, or whose body nobody reads. */
  public static ReceivedBody none(long nanos) {
    return new ReceivedBody(nanos, Bytes.NONE, 0, End.COMPLETE);
  }

  /** A body that did not come over a connection. */
  static ReceivedBody of(Bytes content) {
    return new ReceivedBody(0, content, content.size(), End.COMPLETE);
  }

  public boolean isComplete() {
    return end == End.COMPLETE;
  }

  /** One byte at least is missing of what did not arrive completely. */
  public long sizeAsSent() {
    return end == End.INCOMPLETE ? size + 1 : size;
  }
}
