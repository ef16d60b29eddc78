package calltally.app.configuration;

import org.jspecify.annotations.Nullable;

/**
 * The server that takes reports for delivery.
 *
 * @param from sender of the reports
 */
public record Mail(
    String host, int port, @Nullable String user, @Nullable String password, String from) {

  static Mail from(Entry entry) {
    Entry mail = entry.mapping("host", "port", "user", "password", "from");
    return new Mail(
        mail.get("host").required(Rule.TEXT, ""),
        mail.get("port").or(Rule.PORT, 587),
        mail.get("user").orNull(Rule.TEXT),
        mail.get("password").orNull(Rule.SECRET),
        mail.get("from").required(Rule.ADDRESS, ""));
  }

  /** The secret stays out of messages. */
  @Override
  public String toString() {
    return user + " at " + host + ":" + port;
  }
}
