package calltally.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;

import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.field.RequestFields;
import calltally.exchange.request.Bytes;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.text.SecretText;
import java.util.Set;

/** Requests without the secrets in them, as they may be kept. */
public final class MaskedRequest {

  private static final Bytes NOTHING_KEPT = Bytes.of(SecretText.MASK.getBytes(US_ASCII));

  private MaskedRequest() {}

  /** The request, the values of these fields masked in query and body. */
  public static NotifyRequest of(NotifyRequest request, Set<String> secretFields) {
    String query = request.query();
    byte[] body = request.body().content().toArray();
    for (String field : secretFields) {
      query = query == null ? null : SecretText.masked(query, field);
      body = SecretText.masked(body, field);
    }
    NotifyRequest masked = request.withContent(query, Bytes.of(body));
    return isWide(body) || says(masked, secretFields)
        ? request.withContent(query, NOTHING_KEPT)
        : masked;
  }

  /** In UTF-16 and the like, no name is found; no readable text has zero bytes otherwise. */
  private static boolean isWide(byte[] body) {
    for (byte next : body) {
      if (next == 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a secret is still read, because it was written in a way that nobody thought of. */
  private static boolean says(NotifyRequest masked, Set<String> secretFields) {
    try {
      Fields fields = RequestFields.of(masked);
      return secretFields.stream()
          .flatMap(field -> fields.text(field).stream())
          .anyMatch(text -> !text.isEmpty() && !text.equals(SecretText.MASK));
    } catch (NotANotification e) {
      return false;
    }
  }
}
