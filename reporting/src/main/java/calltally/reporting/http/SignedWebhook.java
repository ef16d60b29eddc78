package calltally.reporting.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * An address that takes JSON objects by HTTP POST, signed like the exchange's own notifications.
 *
 * @param address safe, see {@link SafeAddress}; redirects are not followed
 * @param secret the key of the signature; null sends none
 * @param timeout how long to wait for an answer
 */
public record SignedWebhook(URI address, @Nullable String secret, Duration timeout) {

  private static final Duration ANSWERING = Duration.ofSeconds(10);
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int DIGEST_SHOWN = 8;

  public SignedWebhook {
    URI unused = SafeAddress.require(address);
  }

  /** A webhook with the default timeout. */
  public static SignedWebhook of(URI address, @Nullable String secret) {
    return new SignedWebhook(address, secret, ANSWERING);
  }

  /** A name that contains no secret: the host and the beginning of the address's digest. */
  public String name() {
    return address.getHost() + " " + hex(sha256(address.toString())).substring(0, DIGEST_SHOWN);
  }

  /** Makes one attempt. */
  public NotifyResult post(String json, Instant now) {
    HttpResult result = HttpSender.post(address, headers(json, now), json, timeout);
    if (!(result instanceof HttpResult.Answer answer)) {
      return NotifyResult.failed(((HttpResult.NoAnswer) result).reason());
    }
    String words = "HTTP " + answer.status();
    if (answer.isSuccess()) {
      return NotifyResult.taken(words);
    }
    return answer.status() == TOO_MANY_REQUESTS || answer.status() / 100 == 5
        ? NotifyResult.postponed(words, answer.retryAfter())
        : NotifyResult.failed(words);
  }

  /** The headers of the signature; none without a secret. */
  public Map<String, String> headers(String json, Instant now) {
    if (secret == null) {
      return Map.of();
    }
    String timestamp = String.valueOf(now.getEpochSecond());
    return Map.of(
        "X-Webhook-Timestamp",
        timestamp,
        "X-Webhook-Signature",
        signature(timestamp + "." + json, secret));
  }

  private static String signature(String signed, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return hex(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign webhook: this Java has no HMAC-SHA256", e);
    }
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot name webhook: this Java has no SHA-256", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Leaves out address and secret. */
  @Override
  public String toString() {
    return "webhook " + name();
  }
}
