package calltally.ingest.request;

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

  /** The same request without its query. */
  public NotifyRequest withoutQuery() {
    return new NotifyRequest(method, peer, token, null, headers, body);
  }

  /** The same request with the body that arrived after its head. */
  public NotifyRequest withBody(ReceivedBody arrived) {
    return new NotifyRequest(method, peer, token, query, headers, arrived);
  }

  public long size() {
    return body.sizeAsSent() + (query == null ? 0 : query.length());
  }
}
