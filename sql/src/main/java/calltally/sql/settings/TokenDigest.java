package calltally.sql.settings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The SHA-256 of a source's token: enough to recognise the token, not enough to use it.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record TokenDigest(String hex) {

  private static final int FINGERPRINT = 8;

  public TokenDigest {
    if (!hex.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException(
          "cannot read token digest: it must have 64 hexadecimal digits (length was "
              + hex.length()
              + ")");
    }
  }

  /** The digest of a token's UTF-8 text. */
  public static TokenDigest of(String token) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
      return of(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static TokenDigest of(byte[] digest) {
    return new TokenDigest(HexFormat.of().formatHex(digest));
  }

  /** The short form that identifies a token in lists and monitoring. */
  public String fingerprint() {
    return hex.substring(0, FINGERPRINT);
  }

  byte[] bytes() {
    return HexFormat.of().parseHex(hex);
  }
}
