package calltally.reporting.mail;

import java.util.Properties;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A server that accepts mail for delivery, by SMTP.
 *
 * @param login null for a server that requires none
 * @param hello the name by which Calltally introduces itself
 */
public record MailServer(
    String host,
    int port,
    @Nullable MailLogin login,
    MailEncryption encryption,
    MailTimeouts timeouts,
    String hello) {

  /**
   * The settings of a session. A certificate must name the host and be signed by an authority that
   * Java trusts.
   *
   * @param sockets creates the connection
   */
  Properties properties(SocketFactory sockets) {
    Properties properties = new Properties();
    properties.put("mail.smtp.socketFactory", sockets);
    properties.put("mail.smtp.socketFactory.fallback", "false");
    properties.put("mail.smtp.localhost", hello);
    properties.put("mail.smtp.auth", String.valueOf(login != null));
    properties.put("mail.smtp.connectiontimeout", millis(timeouts.connecting().toMillis()));
    properties.put("mail.smtp.timeout", millis(timeouts.answering().toMillis()));
    properties.put("mail.smtp.writetimeout", millis(timeouts.answering().toMillis()));
    properties.put("mail.smtp.ssl.checkserveridentity", "true");
    properties.put("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
    properties.put("mail.smtp.ssl.enable", String.valueOf(encryption == MailEncryption.TLS));
    properties.put(
        "mail.smtp.starttls.enable", String.valueOf(encryption == MailEncryption.STARTTLS));
    properties.put(
        "mail.smtp.starttls.required", String.valueOf(encryption == MailEncryption.STARTTLS));
    properties.put("mail.smtp.quitwait", "false");
    return properties;
  }

  private static String millis(long millis) {
    return String.valueOf(Math.max(1, millis));
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
