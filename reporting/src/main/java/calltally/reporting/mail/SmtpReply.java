package calltally.reporting.mail;

import jakarta.mail.MessagingException;
import java.math.BigDecimal;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.MailConnectException;

/**
 * The server's reply that ended a failed session.
 *
 * @param code of the last reply; -1 without one
 */
record SmtpReply(int code, String text) {

  private static final int LONGEST = 500;
  private static final int TOO_LARGE = 552;

  /** What the transport says in place of a reply when the connection was closed. */
  private static final String END = "[EOF]";

  /**
   * The innermost failure with a server's reply is the most informative.
   *
   * @param patience how long each reply was waited for
   */
  static SmtpReply of(MessagingException failure, Duration patience) {
    SmtpReply reply = new SmtpReply(-1, line(sentence(failure, patience)));
    for (Exception e = failure; e instanceof MessagingException next; e = next.getNextException()) {
      int code = code(next);
      if (code > 0) {
        reply = new SmtpReply(code, line(sentence(next, patience)));
      }
    }
    return reply;
  }

  private static int code(MessagingException e) {
    if (e instanceof SMTPAddressFailedException address) {
      return address.getReturnCode();
    }
    if (e instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    return e instanceof SMTPSendFailedException send ? send.getReturnCode() : -1;
  }

  private static String sentence(MessagingException e, Duration patience) {
    return UntrustedCertificate.in(e).orElseGet(() -> otherSentence(e, patience));
  }

  private static String otherSentence(MessagingException e, Duration patience) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    Exception cause = e.getNextException();
    if (e instanceof MailConnectException && cause != null) {
      return noConnection(cause);
    }
    if (message.contains(END)) {
      return "no reply: the server closed the connection";
    }
    if (cause instanceof SocketTimeoutException) {
      return "no reply within %s s".formatted(seconds(patience));
    }
    return cause == null || cause instanceof MessagingException
        ? message
        : message + ": " + withoutClassNames(String.valueOf(cause.getMessage()));
  }

  private static String noConnection(Exception cause) {
    return cause instanceof UnknownHostException
        ? "no connection: no such host: " + cause.getMessage()
        : "no connection: " + cause.getMessage();
  }

  /** Java quotes the classes of deeper causes, which no reader of a report's ledger needs. */
  private static String withoutClassNames(String message) {
    return message.replaceAll("([a-z]\\w*\\.)+[A-Z]\\w*(Exception|Error): ", "");
  }

  private static String seconds(Duration time) {
    return BigDecimal.valueOf(time.toMillis(), 3).stripTrailingZeros().toPlainString();
  }

  /** Turns a reply into one line that fits the ledger and is safe for terminals. */
  static String line(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
  }

  /** Whether the server said anything, and it was not what the session needs to go on. */
  boolean isRefusal() {
    return (code < 200 || code >= 400) && !text.isEmpty() && !text.equals(END);
  }

  boolean isForGood() {
    return code >= 500;
  }

  boolean isOfSize() {
    return code == TOO_LARGE;
  }

  boolean isAnswer() {
    return code > 0;
  }
}
