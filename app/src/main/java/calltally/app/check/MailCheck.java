package calltally.app.check;

import static java.nio.charset.StandardCharsets.US_ASCII;

import calltally.app.configuration.Mail;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.Security;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Whether a mail server listens where the configuration says; greets it and mails nothing.
 *
 * @param mail null when no report is mailed
 * @param patience for the connection, and for each line that it says
 */
public record MailCheck(@Nullable Mail mail, Duration patience) {

  private static final String SUBJECT = "mail";
  private static final int LONGEST_REPLY = 100;

  public Finding finding() {
    return mail == null
        ? Finding.ok(SUBJECT, "not configured: no report is mailed")
        : finding(mail.server());
  }

  private Finding finding(MailServer server) {
    String address = server.toString();
    try (Socket socket = connect(server)) {
      List<String> greeting = reply(socket);
      List<String> abilities =
          isGood(greeting, "220") ? say("EHLO localhost", socket) : List.of("");
      if (!isGood(greeting, "220") || !isGood(abilities, "250")) {
        return Finding.failed(
            SUBJECT,
            address + " does not speak like a mail server",
            "see that mail.host and mail.port are those of an SMTP server");
      }
      say("QUIT", socket);
      return isProtected(server, abilities)
          ? Finding.ok(SUBJECT, address + " answers")
          : Finding.failed(
              SUBJECT,
              address + " answers, but offers no STARTTLS",
              "no report is mailed in the clear: set mail.tls to tls, or to none for a relay that is yours");
    } catch (IOException e) {
      return Finding.failed(
          SUBJECT,
          address + " could not be reached: " + e,
          "see that mail.host and mail.port are right, and that a firewall lets them through");
    }
  }

  private Socket connect(MailServer server) throws IOException {
    int millis = Math.toIntExact(patience.toMillis());
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(server.host(), server.port()), millis);
      socket.setSoTimeout(millis);
      return server.security() == Security.TLS
          ? ((SSLSocketFactory) SSLSocketFactory.getDefault())
              .createSocket(socket, server.host(), server.port(), true)
          : socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static List<String> say(String command, Socket socket) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((command + "\r\n").getBytes(US_ASCII));
    out.flush();
    return reply(socket);
  }

  /** All lines of one reply; a server says nothing more before it is asked. */
  private static List<String> reply(Socket socket) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
    List<String> lines = new ArrayList<>();
    String line;
    do {
      line = in.readLine();
      lines.add(line == null ? "" : line);
    } while (line != null && line.matches("\\d{3}-.*") && lines.size() < LONGEST_REPLY);
    return lines;
  }

  private static boolean isGood(List<String> reply, String code) {
    return reply.get(reply.size() - 1).startsWith(code);
  }

  private static boolean isProtected(MailServer server, List<String> abilities) {
    return server.security() != Security.STARTTLS
        || abilities.stream()
            .anyMatch(line -> line.length() > 4 && line.substring(4).equalsIgnoreCase("STARTTLS"));
  }
}
