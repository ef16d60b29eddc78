package calltally.app.configuration;

import calltally.app.terminal.Message;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailEncryption;
import calltally.reporting.mail.MailLogin;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.MailTimeouts;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How reports are mailed.
 *
 * @param from sender of the reports
 * @param allowedDomains domains of all recipients; none for any
 * @param unsubscribe where readers end their subscription; null when not given
 */
public record MailEntry(
    MailServer server, MailAddress from, List<String> allowedDomains, @Nullable URI unsubscribe) {

  private static final int SUBMISSION = 587;
  private static final int TLS_FROM_THE_START = 465;
  private static final MailAddress STAND_IN = new MailAddress("reports@localhost", null);

  static MailEntry from(YamlValue entry) {
    YamlValue mail =
        entry.mapping(
            "host", "port", "user", "password", "from", "tls", "allowed_domains", "unsubscribe");
    return new MailEntry(
        server(mail),
        mail.get("from").required(ValueRule.ADDRESS, STAND_IN),
        mail.get("allowed_domains").all(ValueRule.DOMAIN),
        mail.get("unsubscribe").orNull(ValueRule.UNSUBSCRIBE));
  }

  private static MailServer server(YamlValue mail) {
    int port = mail.get("port").or(ValueRule.PORT, SUBMISSION);
    MailEncryption usual =
        port == TLS_FROM_THE_START ? MailEncryption.TLS : MailEncryption.STARTTLS;
    MailEncryption encryption = mail.get("tls").or(ValueRule.of(MailEncryption.values()), usual);
    MailLogin login = login(mail);
    if (login != null && encryption == MailEncryption.NONE) {
      mail.get("tls").refuse(Message.of("configuration.mail.tls"));
    }
    return new MailServer(
        mail.get("host").required(ValueRule.TEXT, ""),
        port,
        login,
        encryption,
        MailTimeouts.DEFAULT);
  }

  private static @Nullable MailLogin login(YamlValue mail) {
    String user = mail.get("user").orNull(ValueRule.TEXT);
    String password = mail.get("password").orNull(ValueRule.SECRET);
    if (user == null && password == null) {
      return null;
    }
    mail.get("user").requirePresent();
    mail.get("password").requirePresent();
    return new MailLogin(user == null ? "" : user, password == null ? "" : password);
  }

  /** Whether it may be mailed to. */
  public boolean allows(MailAddress recipient) {
    return allowedDomains.isEmpty() || allowedDomains.contains(recipient.domain());
  }
}
