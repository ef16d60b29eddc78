package calltally.reporting.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Hands mails to a server, each in a conversation of its own. */
public final class Handover {

  private final MailServer server;

  public Handover(MailServer server) {
    this.server = server;
  }

  /**
   * Greets the server, encrypts and logs in as for a mail, and hands nothing over.
   *
   * @return why it would take no mail; empty when it would
   */
  public Optional<String> rehearse() {
    try (Conversation conversation = Conversation.with(server, () -> false)) {
      return Optional.ofNullable(connect(conversation)).map(Outcome::answer);
    }
  }

  /** Hands over a mail that nobody else sends. */
  public Outcome send(Mail mail) {
    return send(mail, () -> true);
  }

  /**
   * Hands it over.
   *
   * @param turn asked once, when the server is ready for the mail itself: whether it may be sent
   * @throws UncheckedIOException when an attachment cannot be read
   */
  public Outcome send(Mail mail, BooleanSupplier turn) {
    try (Conversation conversation = Conversation.with(server, turn)) {
      return send(Envelope.of(mail, conversation.session()), mail.recipient(), conversation);
    } catch (IOException e) {
      throw new UncheckedIOException("mail not composed: its attachments must be readable", e);
    } catch (MessagingException e) {
      throw new IllegalStateException("mail not composed", e);
    }
  }

  private Outcome send(Envelope envelope, MailAddress recipient, Conversation conversation)
      throws MessagingException, IOException {
    Outcome unreachable = connect(conversation);
    if (unreachable != null) {
      return unreachable;
    }
    long size = envelope.size();
    long limit = limit(conversation);
    if (size > limit) {
      return new Outcome.TooLarge(
          "the server takes %d bytes, the mail has %d".formatted(limit, size));
    }
    return handOver(envelope, recipient, conversation);
  }

  private @Nullable Outcome connect(Conversation conversation) {
    Login login = server.login();
    try {
      conversation.connect(
          server.host(),
          server.port(),
          login == null ? null : login.user(),
          login == null ? null : login.password());
      return null;
    } catch (MessagingException e) {
      return new Outcome.Unreachable(conversation.reply(e).text());
    }
  }

  /** Most bytes that a mail may have; none is told by 0 or nothing. */
  private static long limit(Conversation conversation) {
    String told = conversation.getExtensionParameter("SIZE");
    return told != null && told.matches("[1-9]\\d{0,17}") ? Long.parseLong(told) : Long.MAX_VALUE;
  }

  private static Outcome handOver(
      Envelope envelope, MailAddress recipient, Conversation conversation) {
    try {
      conversation.sendMessage(envelope, new Address[] {new InternetAddress(recipient.address())});
      return new Outcome.Taken(Reply.line(conversation.getLastServerResponse()));
    } catch (Conversation.TurnLost e) {
      return new Outcome.Withdrawn("somebody else sends it by now");
    } catch (MessagingException e) {
      return outcome(conversation.reply(e), conversation.isHandedOver());
    }
  }

  private static Outcome outcome(Reply reply, boolean isHandedOver) {
    if (!reply.isAnswer()) {
      return isHandedOver
          ? new Outcome.Unanswered(reply.text())
          : new Outcome.Postponed(reply.text());
    }
    if (reply.isOfSize()) {
      return new Outcome.TooLarge(reply.text());
    }
    return reply.isForGood()
        ? new Outcome.Refused(reply.text())
        : new Outcome.Postponed(reply.text());
  }
}
