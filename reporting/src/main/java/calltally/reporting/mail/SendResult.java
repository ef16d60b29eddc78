package calltally.reporting.mail;

/** The result of sending a mail to a server. */
public sealed interface SendResult {

  /** The server's last reply, or to what it gave which reply or none; in one line. */
  String answer();

  /** Whether the server could not be reached, took no mail at all, or stopped replying. */
  default boolean isOutage() {
    return false;
  }

  /** The server has accepted the mail, and is responsible for it from now on. */
  record Taken(String answer) implements SendResult {}

  /** The server will never accept the mail. */
  record Refused(String answer) implements SendResult {}

  /** The server does not accept the mail for now. */
  record Postponed(String answer) implements SendResult {}

  /** The server stopped replying before it had the mail. */
  record Interrupted(String answer) implements SendResult {

    @Override
    public boolean isOutage() {
      return true;
    }
  }

  /** The server accepts no mail at all, this one or another. */
  record Unreachable(String answer) implements SendResult {

    @Override
    public boolean isOutage() {
      return true;
    }
  }

  /** The server accepts no mail of this size. */
  record TooLarge(String answer) implements SendResult {}

  /** The mail was sent in full and the reply was lost: the server may have it. */
  record Unanswered(String answer) implements SendResult {

    @Override
    public boolean isOutage() {
      return true;
    }
  }

  /** Another dispatcher is to send the mail, and so nothing was sent. */
  record Withdrawn(String answer) implements SendResult {}
}
