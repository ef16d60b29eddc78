package calltally.app.check;

import calltally.app.configuration.HttpEntry;
import calltally.app.terminal.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;

/**
 * Whether the receiver listens where the configuration says, or could.
 *
 * @param timeout for the connection, and for the answer
 */
record PortCheck(HttpEntry http, Duration timeout) {

  private static final CheckSubject SUBJECT = CheckSubject.PORT;
  private static final int ANY = 0;

  public CheckResult result() {
    String address = http.host() + ":" + http.port();
    if (http.port() == ANY) {
      return CheckResult.warning(
          SUBJECT, Message.of("check.port.any"), Message.of("check.port.any.advice"));
    }
    return canBeListenedAt(address);
  }

  /** Listens for a moment: a missing right or a foreign address shows now. */
  private CheckResult canBeListenedAt(String address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(http.host()), http.port()));
      return CheckResult.ok(SUBJECT, Message.of("check.port.free", address));
    } catch (IOException e) {
      return isServed()
          ? CheckResult.ok(SUBJECT, Message.of("check.port.served", address))
          : refused(address, String.valueOf(e.getMessage()));
    }
  }

  private static CheckResult refused(String address, String why) {
    return why.contains("in use")
        ? CheckResult.failed(
            SUBJECT, Message.of("check.port.taken", address), Message.of("check.port.taken.advice"))
        : CheckResult.failed(
            SUBJECT,
            Message.of("check.port.unusable", address, why),
            Message.of("check.port.unusable.advice"));
  }

  private boolean isServed() {
    return new HttpProbe(http.host(), http.port(), timeout).answers("/health/live");
  }
}
