package calltally.exchange.mango;

import calltally.exchange.Secrets;
import calltally.exchange.field.Fields;
import calltally.exchange.field.NotANotification;
import calltally.exchange.field.RequestFields;
import calltally.exchange.request.NotifyRequest;
import calltally.exchange.text.SecretText;
import java.util.Set;

/**
 * A message's proof of its sender: the SHA-256 of key, message and salt.
 *
 * <p>It covers the field json of the body, and nothing else.
 */
final class MangoSignature {

  static final String API_KEY = "api_key";
  static final String SALT = "salt";

  private static final String SENT_KEY = "vpbx_api_key";
  private static final String SENT_SIGN = "sign";

  /** The fields of the proof. */
  static final Set<String> FIELDS = Set.of(SENT_KEY, SENT_SIGN);

  private MangoSignature() {}

  /** Whether the secrets signed the request's message. */
  static boolean isValid(NotifyRequest request, Secrets secrets) {
    try {
      Fields form = RequestFields.of(request);
      String key = secrets.named(API_KEY).orElse("");
      String salt = secrets.named(SALT).orElse("");
      String expected = SecretText.sha256(key + form.text(Mango.JSON).orElse("") + salt);
      boolean hasKey = SecretText.equal(key, form.text(SENT_KEY).orElse(""));
      boolean hasSign = SecretText.equalHex(expected, form.text(SENT_SIGN).orElse(""));
      return hasKey && hasSign;
    } catch (NotANotification e) {
      return false;
    }
  }
}
