package calltally.reporting.mail;

/** The credentials for a mail server. */
public record MailLogin(String user, String password) {

  /** Leaves out the password. */
  @Override
  public String toString() {
    return user;
  }
}
