package calltally.reporting.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session with a mail server, which records how far it got. */
final class SmtpSession extends SMTPTransport {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpSession.class);

  private final SendDeadline deadline;
  private final BooleanSupplier turn;
  private boolean isHandedOver;

  private SmtpSession(Session session, SendDeadline deadline, BooleanSupplier turn) {
    super(session, new URLName("smtp", null, -1, null, null, null));
    this.deadline = deadline;
    this.turn = turn;
  }

  /**
   * Prepares a session; the time limit runs from now on.
   *
   * @param turn asked when the server is ready for the mail itself: whether it may still be sent
   */
  static SmtpSession with(MailServer server, BooleanSupplier turn) {
    SendDeadline deadline = SendDeadline.after(server.timeouts().whole());
    return new SmtpSession(Session.getInstance(server.properties(deadline)), deadline, turn);
  }

  Session session() {
    return session;
  }

  /** The server's reply, or why none came. */
  SmtpReply reply(MessagingException failure) {
    return deadline.isDue() ? deadline.reply() : SmtpReply.of(failure);
  }

  /** Whether all of the mail was written, so that the server may have it. */
  boolean isHandedOver() {
    return isHandedOver;
  }

  @Override
  protected OutputStream data() throws MessagingException {
    if (!turn.getAsBoolean()) {
      throw new TurnLost();
    }
    return super.data();
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    isHandedOver = true;
    super.finishData();
  }

  /** A server that disconnects first does not take back its replies. */
  @Override
  public synchronized void close() {
    try {
      super.close();
    } catch (MessagingException e) {
      LOG.debug("Mail server closed the connection first: {}", e.getMessage());
    } finally {
      deadline.cancel();
    }
  }

  /** Another dispatcher is sending the mail by now. */
  static final class TurnLost extends RuntimeException {

    TurnLost() {
      super("cannot send mail: another dispatcher is sending it by now");
    }
  }
}
