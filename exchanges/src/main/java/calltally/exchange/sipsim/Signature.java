package calltally.exchange.sipsim;

import static java.nio.charset.StandardCharsets.US_ASCII;

import calltally.exchange.request.Bytes;
import calltally.exchange.request.RequestHeaders;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A request's proof of its sender.
 *
 * @param digests all {@code X-Webhook-Signature} headers: HMAC-SHA256 in hexadecimal
 * @param timestamps all {@code X-Webhook-Timestamp} headers: seconds since 1970
 */
record Signature(List<String> digests, List<String> timestamps) {

  static final String DIGEST_HEADER = "X-Webhook-Signature";
  static final String TIMESTAMP_HEADER = "X-Webhook-Timestamp";

  /** Both, in small letters. */
  static final Set<String> HEADERS =
      Set.of(DIGEST_HEADER.toLowerCase(Locale.ROOT), TIMESTAMP_HEADER.toLowerCase(Locale.ROOT));

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,11}");

  static Signature of(RequestHeaders headers) {
    return new Signature(headers.all(DIGEST_HEADER), headers.all(TIMESTAMP_HEADER));
  }

  /** Whether one of the secrets signed the body, at most 5 minutes before or after now. */
  boolean proves(Bytes body, List<SigningSecret> secrets, Instant now) {
    if (digests.size() != 1
        || timestamps.size() != 1
        || !SHA256.matcher(digests.get(0)).matches()
        || !SECONDS.matcher(timestamps.get(0)).matches()) {
      return false;
    }
    Instant signedAt = Instant.ofEpochSecond(Long.parseLong(timestamps.get(0)));
    boolean isInTime = Duration.between(signedAt, now).abs().compareTo(TOLERANCE) <= 0;
    return isMadeWithAny(secrets, body) && isInTime;
  }

  /** Tries all of them, so that the timing does not reveal which one it was. */
  private boolean isMadeWithAny(List<SigningSecret> secrets, Bytes body) {
    byte[] sent = HexFormat.of().parseHex(digests.get(0));
    byte[] timestamp = timestamps.get(0).getBytes(US_ASCII);
    byte[] content = body.toArray();
    boolean isGenuine = false;
    for (SigningSecret secret : secrets) {
      isGenuine |= MessageDigest.isEqual(secret.sign(timestamp, content), sent);
    }
    return isGenuine;
  }
}
