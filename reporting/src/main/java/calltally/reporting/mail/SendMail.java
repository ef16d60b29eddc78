package calltally.reporting.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Sends mails to a server, each in a session of its own. */
public final class SendMail {

  private final MailServer server;

  public SendMail(MailServer server) {
    this.server = server;
  }

  /**
   * Connects, encrypts and logs in as for a mail, but sends none.
   *
   * @return why the server would accept no mail; empty when it would
   */
  public Optional<String> rehearse() {
    try (SmtpSession session = SmtpSession.with(server, () -> false)) {
      return Optional.ofNullable(connect(session)).map(SendResult::answer);
    }
  }

  /** Sends a mail that nobody else sends. */
  public SendResult send(Mail mail) {
    return send(mail, () -> true);
  }

  /**
   * Sends a mail.
   *
   * @param turn asked once, when the server is ready for the mail itself: whether it may be sent
   * @throws UncheckedIOException when an attachment cannot be read
   */
  public SendResult send(Mail mail, BooleanSupplier turn) {
    try (SmtpSession session = SmtpSession.with(server, turn)) {
      return send(OutgoingMessage.of(mail, session.session()), mail.recipient(), session);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot compose mail: attachments must be readable", e);
    } catch (MessagingException e) {
      throw new IllegalStateException("cannot compose mail", e);
    }
  }

  private SendResult send(OutgoingMessage message, MailAddress recipient, SmtpSession session)
      throws MessagingException, IOException {
    SendResult unreachable = connect(session);
    if (unreachable != null) {
      return unreachable;
    }
    long size = message.size();
    long limit = limit(session);
    if (size > limit) {
      return new SendResult.TooLarge(
          "%s accepts %d bytes, the mail has %d".formatted(server, limit, size));
    }
    return handOver(message, recipient, session);
  }

  private @Nullable SendResult connect(SmtpSession session) {
    MailLogin login = server.login();
    try {
      session.connect(
          server.host(),
          server.port(),
          login == null ? null : login.user(),
          login == null ? null : login.password());
      return null;
    } catch (MessagingException e) {
      return new SendResult.Unreachable(session.sentence(session.reply(e)));
    }
  }

  /** The largest mail in bytes that the server accepts; no SIZE, or 0, means no limit. */
  private static long limit(SmtpSession session) {
    String size = session.getExtensionParameter("SIZE");
    return size != null && size.matches("[1-9]\\d{0,17}") ? Long.parseLong(size) : Long.MAX_VALUE;
  }

  private static SendResult handOver(
      OutgoingMessage message, MailAddress recipient, SmtpSession session) {
    try {
      session.sendMessage(message, new Address[] {new InternetAddress(recipient.address())});
      return new SendResult.Taken(SmtpReply.line(session.getLastServerResponse()));
    } catch (TurnLostException e) {
      return new SendResult.Withdrawn("another dispatcher is sending it by now");
    } catch (MessagingException e) {
      SmtpReply reply = session.reply(e);
      return result(reply, session.sentence(reply), session.isHandedOver());
    }
  }

  private static SendResult result(SmtpReply reply, String answer, boolean isHandedOver) {
    if (!reply.isAnswer()) {
      return isHandedOver ? new SendResult.Unanswered(answer) : new SendResult.Interrupted(answer);
    }
    if (reply.isOfSize()) {
      return new SendResult.TooLarge(answer);
    }
    return reply.isForGood() ? new SendResult.Refused(answer) : new SendResult.Postponed(answer);
  }
}
