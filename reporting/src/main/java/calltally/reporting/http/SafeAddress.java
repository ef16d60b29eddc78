package calltally.reporting.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** The rule that secrets and customers' numbers leave this machine encrypted. */
public final class SafeAddress {

  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}|\\[::1]");

  private SafeAddress() {}

  /** Whether it is an https address, or an http address on this machine. */
  public static boolean isSafe(URI address) {
    String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
    String host = address.getHost();
    return host != null
        && (scheme.equals("https")
            || (scheme.equals("http")
                && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()));
  }

  /**
   * The address itself.
   *
   * @throws IllegalArgumentException unless it is safe; the message does not contain it
   */
  public static URI require(URI address) {
    if (!isSafe(address)) {
      throw new IllegalArgumentException(
          "cannot use address: it must start with https://, or with http:// on this machine");
    }
    return address;
  }
}
