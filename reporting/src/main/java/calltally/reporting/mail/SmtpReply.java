package calltally.reporting.mail;

import jakarta.mail.MessagingException;
import java.net.UnknownHostException;
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

  /** The innermost failure with a server's reply is the most informative. */
  static SmtpReply of(MessagingException failure) {
    SmtpReply reply = new SmtpReply(-1, line(sentence(failure)));
    for (Exception e = failure; e instanceof MessagingException next; e = next.getNextException()) {
      int code = code(next);
      if (code > 0) {
        reply = new SmtpReply(code, line(sentence(next)));
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

  private static String sentence(MessagingException e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    Exception cause = e.getNextException();
    if (e instanceof MailConnectException && cause != null) {
      return cause instanceof UnknownHostException
          ? "no connection: no such host: " + cause.getMessage()
          : "no connection: " + cause.getMessage();
    }
    return cause == null || cause instanceof MessagingException
        ? message
        : message + ": " + cause.getMessage();
  }

  /** Turns a reply into one line that fits the ledger and is safe for terminals. */
  static String line(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST);
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
