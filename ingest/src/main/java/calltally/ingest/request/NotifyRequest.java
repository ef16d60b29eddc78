package calltally.ingest.request;

import org.jspecify.annotations.Nullable;

/**
 * A request as it came, or a line of a file; nothing of it is believed yet.
 *
 * @param peer the address at the other end of the connection; blank for what came by none
 * @param token what follows the path of notifications; blank where the path is another
 * @param query without the question mark, one character for each byte; null when absent
 */
public record NotifyRequest(
    RequestMethod method,
    String peer,
    String token,
    @Nullable String query,
    RequestHeaders headers,
    ReceivedBody body) {

  /** A line of a file of notifications. */
  public static NotifyRequest line(Bytes line) {
    return kept(RequestMethod.FILE, null, null, line);
  }

  /** What was kept of a request: its content. */
  public static NotifyRequest kept(
      RequestMethod method, @Nullable String query, @Nullable String contentType, Bytes body) {
    return new NotifyRequest(
        method, "", "", query, RequestHeaders.of(contentType), ReceivedBody.of(body));
  }

  /** The same request as if it had no query. */
  public NotifyRequest withoutQuery() {
    return new NotifyRequest(method, peer, token, null, headers, body);
  }

  /** Length of query and body as sent, in bytes. */
  public long size() {
    return body.sizeAsSent() + (query == null ? 0 : query.length());
  }
}
