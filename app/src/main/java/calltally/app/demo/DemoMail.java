package calltally.app.demo;

import calltally.reporting.mail.Mail;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailEncryption;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.MailTimeouts;
import calltally.reporting.mail.SendMail;
import calltally.reporting.mail.SendResult;
import calltally.reporting.mail.letter.DeliveryNotes;
import calltally.reporting.mail.letter.Letter;
import calltally.reporting.mail.letter.LetterWriter;
import calltally.reporting.report.CustomerNumbers;
import calltally.reporting.report.Report;
import calltally.reporting.report.ReportHead;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;

/**
 * Mails a report as a subscription would, to the demonstration's own server, which stores it.
 *
 * @param folder where mails are stored, and nothing else
 */
record DemoMail(String company, Path folder) {

  private static final MailAddress FROM = new MailAddress("reports@example.com", "Calltally");
  private static final MailAddress TO = new MailAddress("head.of.sales@example.com", null);
  private static final URI STOP = URI.create("mailto:reports@example.com?subject=unsubscribe");

  /**
   * Sends it over SMTP; returns the file in which the server stored it.
   *
   * @param pdf the attachment; the mail takes its name
   */
  public Path send(Report report, Locale locale, Path pdf) throws IOException {
    Files.createDirectories(folder);
    try (LocalMailServer localServer = new LocalMailServer(folder)) {
      MailServer server =
          new MailServer(
              localServer.host(),
              localServer.port(),
              null,
              MailEncryption.NONE,
              MailTimeouts.DEFAULT,
              FROM.domain());
      SendResult result = new SendMail(server).send(mail(report, locale, pdf));
      if (!(result instanceof SendResult.Taken)) {
        throw new IOException("report not mailed: the server answered " + result.answer());
      }
      String name = pdf.getFileName().toString().replaceFirst("\\.pdf$", ".eml");
      return Files.move(
          localServer.stored().get(0), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private Mail mail(Report report, Locale locale, Path pdf) {
    Letter letter =
        new LetterWriter(company, CustomerNumbers.SHOWN)
            .write(report, locale, DeliveryNotes.NONE.unsubscribedAt(STOP));
    ReportHead head = report.head();
    return new Mail(
        FROM,
        TO,
        List.of(TO),
        "demo.%d.%s@example.com".formatted(head.generatedAt().getEpochSecond(), locale),
        head.generatedAt().atZone(head.period().zone()),
        new Mail.Content(letter.subject(), letter.text(), letter.html(), List.of(pdf)),
        STOP.toString());
  }
}
