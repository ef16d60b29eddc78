package calltally.app.demo.exchange;

/** Receives the progress of posting deliveries. */
@FunctionalInterface
public interface PostingListener {

  /** Does nothing. */
  PostingListener NONE = posted -> {};

  /**
   * Called after every delivery, by one thread at a time.
   *
   * @param posted deliveries answered or failed so far
   */
  void posted(long posted);
}
