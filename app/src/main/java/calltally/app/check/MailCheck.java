package calltally.app.check;

import calltally.app.configuration.MailEntry;
import calltally.app.terminal.Message;
import calltally.reporting.mail.MailEncryption;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.MailTimeouts;
import calltally.reporting.mail.SendMail;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether the configured mail server would take a report: greeting, encryption and login are tried
 * as for one, and nothing is mailed.
 *
 * @param mail null when no report is mailed
 * @param timeout for the connection, and for each of its answers
 */
record MailCheck(@Nullable MailEntry mail, Duration timeout) {

  private static final CheckSubject SUBJECT = CheckSubject.MAIL;
  private static final int ANSWERS = 3;

  public CheckResult result() {
    return mail == null
        ? CheckResult.ok(SUBJECT, Message.of("check.mail.unset"))
        : result(mail.server());
  }

  private CheckResult result(MailServer server) {
    return new SendMail(hurried(server))
        .rehearse()
        .map(answer -> failed(new MailFailure(server, answer)))
        .orElseGet(() -> CheckResult.ok(SUBJECT, welcome(server)));
  }

  private static CheckResult failed(MailFailure failure) {
    return CheckResult.failed(
        SUBJECT, Message.of("check.mail.refused", failure.reason()), failure.advice());
  }

  private MailServer hurried(MailServer server) {
    return new MailServer(
        server.host(),
        server.port(),
        server.login(),
        server.encryption(),
        new MailTimeouts(timeout, timeout, timeout.multipliedBy(ANSWERS)),
        server.hello());
  }

  private static Message welcome(MailServer server) {
    return Message.of(
        "check.mail.ok",
        server.toString(),
        server.encryption() == MailEncryption.NONE
            ? Message.NONE
            : Message.of("check.mail.encrypted"),
        server.login() == null
            ? Message.NONE
            : Message.of("check.mail.login", server.login().user()));
  }
}
