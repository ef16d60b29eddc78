package calltally.web.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The hidden field of a form, which only a page of this server can know: made from a cookie. */
public final class CsrfToken {

  public static final String FIELD = "token";

  private static final String PURPOSE = "calltally form";

  private CsrfToken() {}

  /** The token for the browser with that cookie. */
  public static String of(String cookie) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(cookie.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(PURPOSE.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether the form was made for the browser with that cookie, and posted from this site. */
  public static boolean isValid(PageRequest request, String cookie) {
    String site = request.hints().fetchSite();
    return !cookie.isEmpty()
        && (site == null || site.equals("same-origin"))
        && MessageDigest.isEqual(of(cookie).getBytes(UTF_8), request.field(FIELD).getBytes(UTF_8));
  }
}
