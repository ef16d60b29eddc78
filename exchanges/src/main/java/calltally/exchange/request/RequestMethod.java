package calltally.exchange.request;

import java.util.Optional;
import java.util.stream.Stream;

/** The method of a request, or the import of a line. */
public enum RequestMethod {
  /** HTTP: the fields are in the query. */
  GET("http"),
  /** HTTP: the fields are in the body and in the query. */
  POST("http"),
  /** HTTP: like GET, but the response has no body. */
  HEAD("http"),
  /** HTTP: any other method. */
  OTHER("http"),
  /** A line of a file: one JSON object. */
  FILE("import");

  private final String channel;

  RequestMethod(String channel) {
    this.channel = channel;
  }

  /** The HTTP method of this name. */
  public static RequestMethod ofHttp(String name) {
    return switch (name) {
      case "GET" -> GET;
      case "POST" -> POST;
      case "HEAD" -> HEAD;
      default -> OTHER;
    };
  }

  /** The method of this name; empty when it carries no notifications. */
  public static Optional<RequestMethod> ofNotification(String name) {
    return Stream.of(GET, POST, FILE).filter(method -> method.name().equals(name)).findFirst();
  }

  /** {@code http} or {@code import}. */
  public String channel() {
    return channel;
  }

  /** Whether it only reads. */
  public boolean isReading() {
    return this == GET || this == HEAD;
  }
}
