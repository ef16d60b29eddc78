package calltally.web;

import calltally.reporting.delivery.Archive;
import calltally.sql.LocalizedException;
import calltally.sql.LocalizedText;
import calltally.web.http.PageWatch;
import calltally.web.status.StatusSource;
import calltally.web.user.Users;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;

/**
 * Where the page listens, and for whom.
 *
 * @param port 0: the system chooses one
 * @param hasProxy whether a proxy is trusted; without one the page listens on this machine only
 * @param isProxy whether an address is a trusted proxy's
 * @param archive of the reports that were sent
 * @param status what check knows
 * @param watch notified of what the page does
 */
public record WebSettings(
    String company,
    String host,
    int port,
    boolean hasProxy,
    Predicate<InetAddress> isProxy,
    Users users,
    Archive archive,
    StatusSource status,
    PageWatch watch) {

  /** Passwords must not cross a network unencrypted. */
  void requireProtected() {
    if (!hasProxy && !isLoopback()) {
      throw new LocalizedException(LocalizedText.of("calltally.web", "proxy", host));
    }
  }

  private boolean isLoopback() {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
