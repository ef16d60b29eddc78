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

/** What is said to a mail server; knows how far it has come. */
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
   * Not begun yet; the time allowed runs from now on.
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

  /** What the server said, or why nothing more was heard of it. */
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

  /** A server that leaves first takes nothing back of what it has said. */
  @Override
  public synchronized void close() {
    try {
      super.close();
    } catch (MessagingException e) {
      LOG.debug("A mail server did not wait for the end: {}", e.getMessage());
    } finally {
      deadline.cancel();
    }
  }

  /** Somebody else sends the mail by now. */
  static final class TurnLost extends RuntimeException {

    TurnLost() {
      super("mail not sent: it must be its sender's turn, and is somebody else's");
    }
  }
}
