package calltally.ingest.notification;

/** The way by which a notification came. */
public enum Method {
  /** HTTP: the fields are in the query. */
  GET("http"),
  /** HTTP: the fields are in the body, and in the query. */
  POST("http"),
  /** A line of a file: one JSON object. */
  FILE("import");

  private final String channel;

  Method(String channel) {
    this.channel = channel;
  }

  /** {@code http} or {@code import}. */
  public String channel() {
    return channel;
  }
}
