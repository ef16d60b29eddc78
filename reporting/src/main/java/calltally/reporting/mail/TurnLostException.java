package calltally.reporting.mail;

/** Another dispatcher is sending the mail by now. */
final class TurnLostException extends RuntimeException {

  private static final long serialVersionUID = 1;

  TurnLostException() {
    super("cannot send mail: another dispatcher is sending it by now");
  }
}
