package calltally.exchange.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Proofs and tokens as texts: compared in constant time, and masked before they are stored. */
public final class SecretText {

  /** What stands where a secret stood. */
  public static final String MASK = "***";

  private SecretText() {}

  /** Whether the texts are equal; takes equally long for all texts of a length. */
  public static boolean equal(String one, String other) {
    return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }

  /** Whether two digests in hexadecimal are equal, whatever their case. */
  public static boolean equalHex(String one, String other) {
    return equal(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
  }

  /** The SHA-256 of a text in hexadecimal. */
  public static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A query, form or JSON text, the values of a field masked wherever it is named. */
  public static String masked(String text, String field) {
    String name = Pattern.quote(field);
    return text.replaceAll("(?i)((?:^|[&?])" + name + "=)[^&]*", "$1" + MASK)
        .replaceAll(
            "(?i)(\"" + name + "\"\\s*:\\s*)(?:\"(?:[^\"\\\\]|\\\\.)*+\"?|[^,}\\s]+)",
            "$1\"" + MASK + "\"")
        .replaceAll("(?is)(name=\"" + name + "\"\\s*\r?\n\r?\n).*?(?=\r?\n--|$)", "$1" + MASK);
  }

  /** The same of bytes, which may be cut or in any encoding that includes ASCII. */
  public static byte[] masked(byte[] bytes, String field) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return masked(text, field).getBytes(StandardCharsets.ISO_8859_1);
  }
}
