package calltally.exchange;

import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.text.SecretText;
import java.util.Set;

/** Requests without the secrets in them, as they may be kept. */
public final class MaskedRequest {

  private MaskedRequest() {}

  /** The request, the values of these fields masked in query and body. */
  public static NotifyRequest of(NotifyRequest request, Set<String> secretFields) {
    String query = request.query();
    byte[] body = request.body().content().toArray();
    for (String field : secretFields) {
      query = query == null ? null : SecretText.masked(query, field);
      body = SecretText.masked(body, field);
    }
    return request.withContent(query, Bytes.of(body));
  }
}
