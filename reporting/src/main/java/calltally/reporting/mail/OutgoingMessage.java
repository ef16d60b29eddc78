package calltally.reporting.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** A mail as it is transmitted: MIME, with headers that no content can break. */
final class OutgoingMessage extends MimeMessage {

  private static final Map<String, String> TYPES =
      Map.of(
          "pdf", "application/pdf",
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "csv", "text/csv; charset=utf-8",
          "json", "application/json");

  private final String messageId;

  private OutgoingMessage(Session session, String messageId) {
    super(session);
    this.messageId = "<" + oneLine(messageId) + ">";
  }

  static OutgoingMessage of(Mail mail, Session session) throws MessagingException, IOException {
    OutgoingMessage message = new OutgoingMessage(session, mail.messageId());
    message.setFrom(mail.from().header());
    message.address(mail);
    message.setHeader("Date", HeaderText.date(mail.date()));
    message.setHeader("Subject", HeaderText.of("Subject", oneLine(mail.content().subject())));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("X-Auto-Response-Suppress", "All");
    if (mail.unsubscribe() != null) {
      message.setHeader("List-Unsubscribe", "<" + oneLine(mail.unsubscribe()) + ">");
    }
    message.fill(mail.content());
    message.saveChanges();
    return message;
  }

  private void address(Mail mail) throws MessagingException {
    if (mail.shown().isEmpty()) {
      setHeader("To", "undisclosed-recipients:;");
    } else {
      setRecipients(
          Message.RecipientType.TO,
          mail.shown().stream().map(MailAddress::header).toArray(Address[]::new));
    }
  }

  private void fill(Mail.Content content) throws MessagingException, IOException {
    if (content.attachments().isEmpty()) {
      setContent(body(content));
      return;
    }
    MimeMultipart parts = new MimeMultipart("mixed");
    MimeBodyPart body = new MimeBodyPart();
    body.setContent(body(content));
    parts.addBodyPart(body);
    for (Path file : content.attachments()) {
      parts.addBodyPart(attachment(file));
    }
    setContent(parts);
  }

  /** Mail programs show the last alternative that they support. */
  private static MimeMultipart body(Mail.Content content) throws MessagingException {
    MimeMultipart alternatives = new MimeMultipart("alternative");
    alternatives.addBodyPart(text(content.text(), "plain"));
    if (content.html() != null) {
      alternatives.addBodyPart(text(content.html(), "html"));
    }
    return alternatives;
  }

  private static MimeBodyPart text(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, UTF_8.name(), subtype);
    return part;
  }

  private static MimeBodyPart attachment(Path file) throws MessagingException, IOException {
    String name = oneLine(file.getFileName().toString());
    String suffix = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    MimeBodyPart part = new MimeBodyPart();
    String type = TYPES.getOrDefault(suffix, "application/octet-stream");
    part.attachFile(file.toFile(), type, "base64");
    part.setHeader("Content-Disposition", HeaderText.disposition(name));
    part.setHeader("Content-Type", HeaderText.contentType(type, name));
    return part;
  }

  /** Removes whatever would begin another header. */
  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
  }

  /** The size in bytes, as written to the server. */
  long size() throws MessagingException, IOException {
    CountedBytes bytes = new CountedBytes();
    writeTo(bytes);
    return bytes.count;
  }

  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", messageId);
  }

  private static final class CountedBytes extends OutputStream {

    private long count;

    @Override
    public void write(int one) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count += length;
    }
  }
}
