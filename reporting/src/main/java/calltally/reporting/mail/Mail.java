package calltally.reporting.mail;

import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One copy of a mail, for one recipient.
 *
 * @param recipient who gets this copy
 * @param shown the addresses in its To header; not necessarily the recipient
 * @param messageId without angle brackets; the same for every attempt
 * @param unsubscribe a mailto: or https: address for ending it; null without one
 */
public record Mail(
    MailAddress from,
    MailAddress recipient,
    List<MailAddress> shown,
    String messageId,
    ZonedDateTime date,
    Content content,
    @Nullable String unsubscribe) {

  public Mail {
    shown = List.copyOf(shown);
  }

  /**
   * The content of a mail.
   *
   * @param text the same as in {@code html}, for readers without HTML
   * @param html null for text alone
   */
  public record Content(
      String subject, String text, @Nullable String html, List<Path> attachments) {

    public Content {
      attachments = List.copyOf(attachments);
    }

    /** Text without attachments or HTML. */
    public static Content of(String subject, String text) {
      return new Content(subject, text, null, List.of());
    }
  }
}
