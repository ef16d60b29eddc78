package calltally.web.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a session, 256 random bits, which only the browser knows. */
public record SessionId(String value) {

  private static final int BYTES = 32;
  private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public static SessionId random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new SessionId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The number in a cookie; empty when the text is none. */
  public static Optional<SessionId> parse(String text) {
    return VALUE.matcher(text).matches() ? Optional.of(new SessionId(text)) : Optional.empty();
  }

  /** SHA-256, as the database keeps it. */
  byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(value.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The number stays out of messages. */
  @Override
  public String toString() {
    return "a session";
  }
}
