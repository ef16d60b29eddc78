package calltally.app.check;

import calltally.app.configuration.MailEntry;
import calltally.reporting.mail.MailEncryption;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.MailTimeouts;
import calltally.reporting.mail.SendMail;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether the mail server of the configuration would take a report: it is greeted, encrypted and
 * logged in to as for one, and nothing is mailed.
 *
 * @param mail null when no report is mailed
 * @param timeout for the connection, and for each of its answers
 */
record MailCheck(@Nullable MailEntry mail, Duration timeout) {

  private static final String SUBJECT = "mail";
  private static final int ANSWERS = 3;

  public CheckResult result() {
    return mail == null
        ? CheckResult.ok(SUBJECT, "not configured: no report is mailed")
        : result(mail.server());
  }

  private CheckResult result(MailServer server) {
    return new SendMail(hurried(server))
        .rehearse()
        .map(
            answer ->
                CheckResult.failed(
                    SUBJECT,
                    "%s would take no report: %s".formatted(server, answer),
                    advice(answer)))
        .orElseGet(() -> CheckResult.ok(SUBJECT, welcome(server)));
  }

  private MailServer hurried(MailServer server) {
    return new MailServer(
        server.host(),
        server.port(),
        server.login(),
        server.encryption(),
        new MailTimeouts(timeout, timeout, timeout.multipliedBy(ANSWERS)));
  }

  private static String welcome(MailServer server) {
    return server
        + " answers"
        + (server.encryption() == MailEncryption.NONE ? "" : ", encrypted")
        + (server.login() == null ? "" : ", and knows " + server.login().user());
  }

  /** What the server, or Java on the way to it, says most often. */
  private static String advice(String answer) {
    if (answer.startsWith("535") || answer.contains("AuthenticationFailed")) {
      return "see that mail.user and mail.password are right";
    }
    if (answer.contains("STARTTLS")) {
      return "no report is mailed in the clear: set mail.tls to tls, or to none for a relay that is yours";
    }
    if (answer.matches("(?i).*(certificat|certification|subject alternative|trust anchor).*")) {
      return "mail.host has to be the name in its certificate, signed by somebody whom Java trusts";
    }
    return "see that mail.host, mail.port and mail.tls are right, and that a firewall lets them through";
  }
}
