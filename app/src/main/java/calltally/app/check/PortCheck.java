package calltally.app.check;

import static java.nio.charset.StandardCharsets.US_ASCII;

import calltally.app.configuration.HttpEntry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;

/**
 * Whether the receiver listens where the configuration says, or could.
 *
 * @param timeout for the connection, and for the answer
 */
record PortCheck(HttpEntry http, Duration timeout) {

  private static final String SUBJECT = "port";
  private static final int ANY = 0;
  private static final int SEVERAL = 256;
  private static final String QUESTION =
      "GET /health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

  public CheckResult result() {
    String address = http.host() + ":" + http.port();
    if (http.port() == ANY) {
      return CheckResult.warning(
          SUBJECT,
          "the system chooses another at each start",
          "set http.port: the exchange has to know it");
    }
    return canBeListenedAt(address);
  }

  /** A moment's listening: whoever may not, or has not the address, learns it now. */
  private CheckResult canBeListenedAt(String address) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(http.host()), http.port()));
      return CheckResult.ok(SUBJECT, address + " is free, serve does not run");
    } catch (IOException e) {
      return isServed()
          ? CheckResult.ok(SUBJECT, address + ", serve answers")
          : refused(address, String.valueOf(e.getMessage()));
    }
  }

  private static CheckResult refused(String address, String why) {
    return why.contains("in use")
        ? CheckResult.failed(
            SUBJECT,
            address + " belongs to another program, or serve does not answer",
            "end that program or set another http.port, or look at the log of serve")
        : CheckResult.failed(
            SUBJECT,
            "%s cannot be listened at: %s".formatted(address, why),
            "see that http.host is an address of this machine, and that http.port is above 1023");
  }

  private boolean isServed() {
    try {
      return answer().startsWith("HTTP/1.1 200");
    } catch (IOException e) {
      return false;
    }
  }

  private String answer() throws IOException {
    int millis = Math.toIntExact(timeout.toMillis());
    InetAddress host = InetAddress.getByName(http.host());
    try (Socket socket = new Socket()) {
      socket.connect(
          new InetSocketAddress(
              host.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : host, http.port()),
          millis);
      socket.setSoTimeout(millis);
      socket.getOutputStream().write(QUESTION.getBytes(US_ASCII));
      return new String(socket.getInputStream().readNBytes(SEVERAL), US_ASCII);
    }
  }
}
