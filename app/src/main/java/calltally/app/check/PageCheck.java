package calltally.app.check;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.WebEntry;
import calltally.app.terminal.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether the page is served, or could be.
 *
 * @param web null without the page
 * @param timeout for the answer
 */
record PageCheck(@Nullable WebEntry web, int users, Duration timeout) {

  private static final CheckSubject SUBJECT = CheckSubject.PAGE;
  private static final String LOGIN = "/login";

  static PageCheck of(Configuration configuration, Duration timeout) {
    return new PageCheck(configuration.web(), configuration.users().size(), timeout);
  }

  CheckResult result() {
    if (web == null) {
      return CheckResult.ok(SUBJECT, Message.of("check.page.none"));
    }
    String address = web.host() + ":" + web.port();
    HttpProbe probe = new HttpProbe(web.host(), web.port(), timeout);
    if (web.port() == 0 || probe.answers(LOGIN)) {
      return CheckResult.ok(SUBJECT, Message.of("check.page.served", address, users));
    }
    return canBeListenedAt(web)
        ? CheckResult.ok(SUBJECT, Message.of("check.port.free", address))
        : CheckResult.failed(
            SUBJECT, Message.of("check.port.taken", address), Message.of("check.page.advice"));
  }

  private static boolean canBeListenedAt(WebEntry web) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(web.host()), web.port()));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
