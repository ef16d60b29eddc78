package calltally.exchange.request;

import org.jspecify.annotations.Nullable;

/**
 * A request as received, or a line of a file; nothing in it is trusted yet.
 *
 * @param peer the address at the other end of the connection; blank without a connection
 * @param token the rest of the path after {@code /notify/}, without slashes and blanks around it;
 *     blank for other paths
 * @param query without the question mark, one character per byte; null when absent
 */
public record NotifyRequest(
    RequestMethod method,
    String peer,
    String token,
    @Nullable String query,
    RequestHeaders headers,
    ReceivedBody body) {

  public static NotifyRequest line(Bytes line) {
    return kept(RequestMethod.FILE, null, null, line);
  }

  /** A request restored from its stored content. */
  public static NotifyRequest kept(
      RequestMethod method, @Nullable String query, @Nullable String contentType, Bytes body) {
    return new NotifyRequest(
        method, "", "", query, RequestHeaders.of(contentType), ReceivedBody.of(body));
  }

  /** A request restored from its stored content, which was sent to a path below the token. */
  public static NotifyRequest kept(
      RequestMethod method,
      String path,
      @Nullable String query,
      @Nullable String contentType,
      Bytes body) {
    return kept(method, query, contentType, body).toPath(path);
  }

  /** The same request, its token left out and something else below it. */
  public NotifyRequest toPath(String path) {
    return new NotifyRequest(method, peer, path.isEmpty() ? "" : "/" + path, query, headers, body);
  }

  /** The same request with another query and body, of which nothing else is known. */
  public NotifyRequest withContent(@Nullable String otherQuery, Bytes otherBody) {
    return new NotifyRequest(method, peer, token, otherQuery, headers, body.withContent(otherBody));
  }

  /** The same request without its query. */
  public NotifyRequest withoutQuery() {
    return new NotifyRequest(method, peer, token, null, headers, body);
  }

  /** The same request with the body that arrived after its head. */
  public NotifyRequest withBody(ReceivedBody arrived) {
    return new NotifyRequest(method, peer, token, query, headers, arrived);
  }

  /** What follows the first slash of the path after {@code /notify/}; blank without one. */
  public String path() {
    int slash = token.indexOf('/');
    return slash < 0 ? "" : trimmed(token.substring(slash + 1));
  }

  /** The path after {@code /notify/} up to its first slash. */
  public String firstSegment() {
    int slash = token.indexOf('/');
    return slash < 0 ? token : token.substring(0, slash).strip();
  }

  private static String trimmed(String path) {
    int start = 0;
    while (path.startsWith("/", start)) {
      start++;
    }
    return path.substring(start).strip();
  }

  public long size() {
    return body.sizeAsSent() + (query == null ? 0 : query.length());
  }
}
