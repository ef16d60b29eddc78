package calltally.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** The header {@code ETag}: changes with the text. */
public final class EntityTag {

  private static final int BYTES = 12;

  private EntityTag() {}

  public static String of(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return "\"" + Base64.getUrlEncoder().encodeToString(Arrays.copyOf(hash, BYTES)) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the browser has that text already; proxies that compress weaken the tag. */
  public static boolean matches(PageRequest request, String tag) {
    String known = request.hints().ifNoneMatch();
    return known != null && (known.equals(tag) || known.equals("W/" + tag));
  }
}
