package calltally.reporting.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A session with a mail server, which records how far it got and what the server replied. */
final class SmtpSession extends SMTPTransport {

  private static final Logger LOG = LoggerFactory.getLogger(SmtpSession.class);

  /** Commands that may be quoted; others may contain a password. */
  private static final Set<String> QUOTED =
      Set.of("EHLO", "HELO", "STARTTLS", "MAIL", "RCPT", "DATA");

  /** Replies to EHLO of servers too old to know it. */
  private static final Set<Integer> UNKNOWN_COMMAND = Set.of(500, 502, 504);

  private final MailServer server;
  private final SendDeadline deadline;
  private final BooleanSupplier turn;
  private String step = "connection";
  private @Nullable SmtpReply reply;
  private boolean isEnding;
  private boolean isHandedOver;

  private SmtpSession(
      Session session, MailServer server, SendDeadline deadline, BooleanSupplier turn) {
    super(session, new URLName("smtp", null, -1, null, null, null));
    this.server = server;
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
    return new SmtpSession(
        Session.getInstance(server.properties(deadline)), server, deadline, turn);
  }

  Session session() {
    return session;
  }

  /** The server's reply, or why none came. */
  SmtpReply reply(MessagingException failure) {
    if (deadline.isDue()) {
      return deadline.reply();
    }
    SmtpReply last = reply;
    return last != null && last.isRefusal()
        ? last
        : SmtpReply.of(failure, server.timeouts().answering());
  }

  /** The reply, and to what which server gave it. */
  String sentence(SmtpReply given) {
    return SmtpReply.line("%s to %s: %s".formatted(step, server, given.text()));
  }

  /** Whether all of the mail was written, so that the server may have it. */
  boolean isHandedOver() {
    return isHandedOver;
  }

  /** RSET and QUIT follow a failure, whose reply must not be overwritten. */
  @Override
  protected void sendCommand(String command) throws MessagingException {
    String verb = command.split(" ", 2)[0].split(":", 2)[0];
    isEnding |= verb.equals("RSET") || verb.equals("QUIT");
    if (!isEnding) {
      reply = null;
      step = QUOTED.contains(verb) ? command : verb.equals("AUTH") ? verb : step;
    }
    super.sendCommand(command);
  }

  @Override
  protected int readServerResponse() throws MessagingException {
    int code = super.readServerResponse();
    if (!isEnding) {
      reply = new SmtpReply(code, SmtpReply.line(getLastServerResponse()));
    }
    return code;
  }

  /** A server that knows EHLO and refuses it would refuse HELO with less to say, or hang up. */
  @Override
  protected boolean ehlo(String domain) throws MessagingException {
    boolean isWelcome = super.ehlo(domain);
    if (!isWelcome && !UNKNOWN_COMMAND.contains(getLastReturnCode())) {
      throw new MessagingException(getLastServerResponse());
    }
    return isWelcome;
  }

  @Override
  protected OutputStream data() throws MessagingException {
    if (!turn.getAsBoolean()) {
      throw new TurnLostException();
    }
    OutputStream content = super.data();
    step = "the mail";
    return content;
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
}
