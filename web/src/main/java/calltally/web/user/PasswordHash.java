package calltally.web.user;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A password as PBKDF2 with HMAC-SHA256 hashes it; the password itself is stored nowhere. */
public final class PasswordHash {

  /** Fewer can be guessed too fast. */
  public static final int LEAST_ROUNDS = 600_000;

  private static final int MOST_ROUNDS = 10_000_000;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final int MOST_CHARACTERS = 200;
  private static final Pattern TEXT =
      Pattern.compile("pbkdf2-sha256:(\\d{6,8}):([A-Za-z0-9_-]{22}):([A-Za-z0-9_-]{43})");
  private static final SecureRandom RANDOM = new SecureRandom();

  private final int rounds;
  private final byte[] salt;
  private final byte[] hash;

  private PasswordHash(int rounds, byte[] salt, byte[] hash) {
    this.rounds = rounds;
    this.salt = salt;
    this.hash = hash;
  }

  /** Hashes the password with a new salt. */
  public static PasswordHash of(String password) {
    byte[] salt = randomBytes(SALT_BYTES);
    return new PasswordHash(LEAST_ROUNDS, salt, derived(password, salt, LEAST_ROUNDS));
  }

  /** A hash that no known password has. */
  static PasswordHash random() {
    return new PasswordHash(LEAST_ROUNDS, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES));
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException when the text is none, or has too few rounds
   */
  public static PasswordHash parse(String text) {
    Matcher parts = TEXT.matcher(text);
    int rounds = parts.matches() ? Integer.parseInt(parts.group(1)) : 0;
    if (rounds < LEAST_ROUNDS || rounds > MOST_ROUNDS) {
      throw new IllegalArgumentException(
          "cannot read the password hash: ./calltally user add must have made it");
    }
    Base64.Decoder decoder = Base64.getUrlDecoder();
    return new PasswordHash(rounds, decoder.decode(parts.group(2)), decoder.decode(parts.group(3)));
  }

  /** The hash for the configuration file. */
  public String text() {
    Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
    return "pbkdf2-sha256:%d:%s:%s"
        .formatted(rounds, encoder.encodeToString(salt), encoder.encodeToString(hash));
  }

  /** Compares in constant time. */
  boolean matches(String password) {
    return MessageDigest.isEqual(hash, derived(password, salt, rounds));
  }

  /** SHA-256 of the text: changes whenever the password is set again. */
  public byte[] digest() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text().getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] derived(String password, byte[] salt, int rounds) {
    String limited = password.substring(0, Math.min(password.length(), MOST_CHARACTERS));
    PBEKeySpec key = new PBEKeySpec(limited.toCharArray(), salt, rounds, HASH_BYTES * Byte.SIZE);
    try {
      return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    } finally {
      key.clearPassword();
    }
  }

  private static byte[] randomBytes(int count) {
    byte[] bytes = new byte[count];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PasswordHash that && text().equals(that.text());
  }

  @Override
  public int hashCode() {
    return text().hashCode();
  }

  /** The hash stays out of messages. */
  @Override
  public String toString() {
    return "a password hash";
  }
}
