package calltally.reporting.mail;

import calltally.sql.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;

/** Sends a mail by STARTTLS in a process of its own, whose trust store the caller chooses. */
public final class SendMailProgram {

  private SendMailProgram() {}

  static Process start(Path trusted, String password, String host, int port) throws IOException {
    List<String> options =
        List.of(
            "-Djavax.net.ssl.trustStore=" + trusted,
            "-Djavax.net.ssl.trustStorePassword=" + password);
    return new ProcessBuilder(
            ChildJvm.command(options, SendMailProgram.class, host, String.valueOf(port)))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /**
   * Prints the result.
   *
   * @param arguments host, port
   */
  public static void main(String[] arguments) {
    MailServer server =
        new MailServer(
            arguments[0],
            Integer.parseInt(arguments[1]),
            null,
            MailEncryption.STARTTLS,
            MailTimeouts.DEFAULT,
            "calltally.example.com");
    MailAddress anna = MailAddress.parse("anna@example.com");
    Mail mail =
        new Mail(
            anna,
            anna,
            List.of(anna),
            "1@example.com",
            ZonedDateTime.parse("2026-11-21T08:00:00+03:00"),
            Mail.Content.of("Report", "text"),
            null);
    System.out.println(new SendMail(server).send(mail));
  }
}
