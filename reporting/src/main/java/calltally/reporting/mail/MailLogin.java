package calltally.reporting.mail;

/** Who we are to a mail server. */
public record MailLogin(String user, String password) {

  /** The secret stays out of messages. */
  @Override
  public String toString() {
    return user;
  }
}
