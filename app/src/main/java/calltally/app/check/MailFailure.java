package calltally.app.check;

import calltally.app.terminal.Message;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.UntrustedCertificate;

/**
 * Why a mail server accepts no mail, and what to correct in the configuration.
 *
 * @param answer what the server, or Java on the way to it, has said
 */
public record MailFailure(MailServer server, String answer) {

  /** What has happened; the server's own words where it has said anything. */
  public Message reason() {
    return UntrustedCertificate.in(answer)
        .map(why -> Message.of("check.mail.certificate", server.toString(), explained(why)))
        .orElseGet(this::otherReason);
  }

  private Message otherReason() {
    if (answer.contains("no connection: no such host")) {
      return Message.of("check.mail.no_host", server.host());
    }
    return answer.contains("no connection: Connection refused")
        ? Message.of("check.mail.no_connection", server.toString())
        : Message.verbatim(answer);
  }

  /** What to do about the commonest reasons. */
  public Message advice() {
    if (UntrustedCertificate.in(answer).isPresent()) {
      return Message.of("check.mail.certificate.advice");
    }
    if (answer.contains(": 535") || answer.contains("AuthenticationFailed")) {
      return Message.of("check.mail.login.advice");
    }
    return answer.contains("STARTTLS")
        ? Message.of("check.mail.starttls.advice")
        : Message.of("check.mail.advice");
  }

  private static Message explained(String why) {
    if (why.contains("unable to find valid certification path")) {
      return Message.of("check.mail.certificate.authority");
    }
    if (why.startsWith("No name matching") || why.startsWith("No subject alternative")) {
      return Message.of("check.mail.certificate.name");
    }
    return why.startsWith("NotAfter")
        ? Message.of("check.mail.certificate.expired")
        : Message.verbatim(why);
  }
}
