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
 * @param connections how many reports may be mailed at once
 */
public record MailEntry(
    MailServer server,
    MailAddress from,
    List<String> allowedDomains,
    @Nullable URI unsubscribe,
    int connections) {

  private static final int SUBMISSION = 587;
  private static final int TLS_FROM_THE_START = 465;
  private static final int CONNECTIONS = 4;
  private static final MailAddress STAND_IN = new MailAddress("reports@localhost", null);

  static MailEntry from(YamlValue entry) {
    YamlValue mail =
        entry.mapping(
            "host",
            "port",
            "user",
            "password",
            "from",
            "tls",
            "hello",
            "connections",
            "allowed_domains",
            "unsubscribe");
    MailAddress from = mail.get("from").required(ValueRule.ADDRESS, STAND_IN);
    return new MailEntry(
        server(mail, from),
        from,
        mail.get("allowed_domains").all(ValueRule.DOMAIN),
        mail.get("unsubscribe").orNull(ValueRule.UNSUBSCRIBE),
        mail.get("connections").or(ValueRule.CONNECTIONS, CONNECTIONS));
  }

  private static MailServer server(YamlValue mail, MailAddress from) {
    int port = mail.get("port").or(ValueRule.PORT, SUBMISSION);
    MailEncryption encryption = encryption(mail, port);
    MailLogin login = login(mail);
    if (login != null && encryption == MailEncryption.NONE) {
      mail.get("tls").refuse(Message.of("configuration.mail.tls"));
    }
    return new MailServer(
        mail.get("host").required(ValueRule.TEXT, ""),
        port,
        login,
        encryption,
        MailTimeouts.DEFAULT,
        mail.get("hello").or(ValueRule.HELLO, from.domain()));
  }

  private static MailEncryption encryption(YamlValue mail, int port) {
    MailEncryption usual =
        port == TLS_FROM_THE_START ? MailEncryption.TLS : MailEncryption.STARTTLS;
    return mail.get("tls").or(ValueRule.of(MailEncryption.values()), usual);
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
