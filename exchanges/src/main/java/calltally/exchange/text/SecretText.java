package calltally.exchange.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Proofs and tokens as texts: compared in constant time, and masked before they are stored. */
public final class SecretText {

  /** What stands where a secret stood. */
  public static final String MASK = "***";

  private static final Pattern FORM_NAME = Pattern.compile("(?:^|[&?])([^&?=]++)=");
  private static final Pattern FORM_VALUE = Pattern.compile("[^&]*");

  /** Bounded, so that no text takes long. */
  private static final Pattern JSON_NAME =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.){0,200}+)\"\\s*+:\\s*+", Pattern.DOTALL);

  /** All that follows when the value is an object or a list. */
  private static final Pattern JSON_VALUE =
      Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"?|[\\[{].*|[^,}\\s]+", Pattern.DOTALL);

  /** A part's name may stand among other parameters, and before and after other headers. */
  private static final Pattern PART_NAME =
      Pattern.compile(
          "^content-disposition:[^\r\n]{0,300}?\\bname=\"?([^\"\r\n;]{0,200}+)\"?[^\r\n]{0,300}+"
              + "(?:\r?\n[^\r\n]{1,300}+){0,5}+\r?\n\r?\n",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final Pattern PART_VALUE = Pattern.compile(".*?(?=\r?\n--|$)", Pattern.DOTALL);

  private static final Pattern ENCODED = Pattern.compile("(?:%|\\\\u00)([0-9a-fA-F]{2})");

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

  /**
   * A query, form or JSON text, the values of a field masked wherever it is named, also with
   * characters of its name encoded or escaped.
   */
  public static String masked(String text, String field) {
    String form = masked(text, field, FORM_NAME, FORM_VALUE, MASK);
    String json = masked(form, field, JSON_NAME, JSON_VALUE, "\"" + MASK + "\"");
    return masked(json, field, PART_NAME, PART_VALUE, MASK);
  }

  private static String masked(
      String text, String field, Pattern nameOfAny, Pattern value, String mask) {
    Matcher name = nameOfAny.matcher(text);
    Matcher sent = value.matcher(text);
    StringBuilder masked = new StringBuilder();
    int copied = 0;
    int next = 0;
    while (name.find(next)) {
      next = name.end();
      if (decoded(name.group(1)).equalsIgnoreCase(field)
          && sent.region(next, text.length()).lookingAt()) {
        masked.append(text, copied, next).append(mask);
        next = sent.end();
        copied = next;
      }
    }
    return masked.append(text, copied, text.length()).toString();
  }

  /** A name whose ASCII characters may be encoded as in a form, or escaped as in JSON. */
  private static String decoded(String name) {
    return ENCODED
        .matcher(name)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(found.group(1), 16))));
  }

  /** The same of bytes, which may be cut or in any encoding that includes ASCII. */
  public static byte[] masked(byte[] bytes, String field) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return masked(text, field).getBytes(StandardCharsets.ISO_8859_1);
  }
}
