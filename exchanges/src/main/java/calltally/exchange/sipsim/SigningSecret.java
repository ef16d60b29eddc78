package calltally.exchange.sipsim;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret shared with the exchange, to sign requests. */
public record SigningSecret(String text) {

  private static final String HMAC = "HmacSHA256";

  /** The HMAC-SHA256 of the timestamp, a dot, and the body. */
  public byte[] sign(byte[] timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(text.getBytes(UTF_8), HMAC));
      mac.update(timestamp);
      mac.update((byte) '.');
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Keeps the secret out of messages. */
  @Override
  public String toString() {
    return "signing secret";
  }
}
