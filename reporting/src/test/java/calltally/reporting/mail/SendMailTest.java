package calltally.reporting.mail;

import static calltally.reporting.mail.ScriptedServer.DRIP;
import static calltally.reporting.mail.ScriptedServer.DROP;
import static calltally.reporting.mail.ScriptedServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.mail.ScriptedServer.Step;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SendMailTest {

  private static final MailTimeouts LONG =
      new MailTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(60));
  private static final MailTimeouts SHORT =
      new MailTimeouts(Duration.ofSeconds(30), Duration.ofMillis(100), Duration.ofSeconds(60));
  private static final MailTimeouts SHORT_IN_ALL =
      new MailTimeouts(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(2));
  private static final String HELLO = "calltally.example.com";
  private static final MailAddress ANNA = MailAddress.parse("anna@example.com");

  @TempDir private Path folder;

  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void an_accepted_mail_reaches_the_server_once_for_one_recipient() {
    SendResult result = new SendMail(server.open(LONG)).send(mail("Report", List.of()));

    assertThat(result).isEqualTo(new SendResult.Taken("250 taken"));
    assertThat(server.messages())
        .singleElement()
        .asString()
        .contains("Message-ID: <1@example.com>");
    assertThat(server.commands())
        .filteredOn(command -> command.startsWith("RCPT"))
        .containsExactly("RCPT TO:<anna@example.com>");
  }

  @ParameterizedTest
  @CsvSource({
    "MAIL,    550 5.7.1 no,         Refused",
    "RCPT,    550 5.1.1 nobody,     Refused",
    "DATA,    554 5.6.0 never,      Refused",
    "CONTENT, 554 5.7.1 spam,       Refused",
    "MAIL,    451 4.3.0 later,      Postponed",
    "RCPT,    450 4.2.0 greylisted, Postponed",
    "DATA,    421 4.3.2 closing,    Postponed",
    "CONTENT, 452 4.3.1 disk full,  Postponed",
    "CONTENT, 421 4.3.2 closing,    Postponed",
    "MAIL,    552 5.3.4 too big,    TooLarge",
    "CONTENT, 552 5.3.4 too big,    TooLarge",
    "GREETING, 554 5.7.1 go away,   Unreachable",
    "GREETING, 421 4.7.0 too many,  Unreachable"
  })
  void the_reply_decides_the_result(Step step, String answer, String outcome) {
    server.at(step, answer);

    SendResult came = new SendMail(server.open(LONG)).send(mail("Report", List.of()));

    assertThat(came.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(came.answer()).contains(answer.substring(0, 3)).doesNotContain("\n");
  }

  @ParameterizedTest
  @CsvSource({
    "GREETING, Unreachable",
    "EHLO,     Unreachable",
    "MAIL,     Interrupted",
    "RCPT,     Interrupted",
    "DATA,     Interrupted",
    "CONTENT,  Unanswered"
  })
  void a_server_that_disconnects_or_never_replies_is_not_waited_for(Step step, String outcome) {
    server.at(step, DROP, HANG);
    SendMail sendMail = new SendMail(server.open(SHORT));

    SendResult dropped = sendMail.send(mail("Report", List.of()));
    SendResult hung = sendMail.send(mail("Report", List.of()));

    assertThat(dropped.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(hung.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(hung.answer()).isNotBlank();
    assertThat(new SendMail(server.open(LONG)).send(mail("Report", List.of())))
        .isInstanceOf(SendResult.Taken.class);
  }

  @ParameterizedTest
  @CsvSource({"RCPT, Interrupted", "CONTENT, Unanswered"})
  void a_server_that_replies_byte_by_byte_is_cut_off(Step step, String outcome) {
    server.at(step, DRIP);

    SendResult cut = new SendMail(server.open(SHORT_IN_ALL)).send(mail("Report", List.of()));

    assertThat(cut.getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(cut.answer()).endsWith(": cut off: the session took longer than 2 s");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GREETING | 554 5.7.1 go away     | connection to",
        "EHLO     | 550 5.7.1 who is that | EHLO calltally.example.com to",
        "MAIL     | 550 5.7.1 not you     | MAIL FROM:<reports@example.com> to",
        "RCPT     | 550 5.1.1 nobody      | RCPT TO:<anna@example.com> to",
        "DATA     | 554 5.6.0 never       | DATA to",
        "CONTENT  | 554 5.7.1 spam        | the mail to"
      })
  void a_failure_names_what_was_sent_to_which_server_and_quotes_its_reply(
      Step step, String reply, String sent) {
    server.at(step, reply, DROP);

    SendResult result = new SendMail(server.open(LONG)).send(mail("Report", List.of()));

    assertThat(result.answer())
        .isEqualTo("%s 127.0.0.1:%d: %s".formatted(sent, server.port(), reply));
  }

  @Test
  void a_server_that_knows_only_helo_gets_the_mail_and_one_that_hangs_up_is_said_to() {
    server.at(Step.EHLO, "502 5.5.1 unknown command", "250 mx.example.com", DROP);
    SendMail sendMail = new SendMail(server.open(LONG));

    assertThat(sendMail.send(mail("Report", List.of()))).isInstanceOf(SendResult.Taken.class);
    assertThat(server.commands())
        .startsWith("EHLO calltally.example.com", "HELO calltally.example.com");
    assertThat(sendMail.send(mail("Report", List.of())).answer())
        .endsWith(": no reply: the server closed the connection");
  }

  @Test
  void a_rehearsal_says_why_a_mail_would_be_refused_and_sends_none() {
    server.at(Step.EHLO, "250-mx\r\n250 AUTH PLAIN LOGIN").at(Step.AUTH, "235 welcome");
    SendMail sendMail =
        new SendMail(
            new MailServer(
                "127.0.0.1",
                server.port(),
                new MailLogin("reports", "top"),
                MailEncryption.NONE,
                LONG,
                HELLO));

    assertThat(sendMail.rehearse()).isEmpty();
    server.at(Step.EHLO, "250-mx\r\n250 AUTH PLAIN LOGIN");
    assertThat(sendMail.rehearse()).hasValueSatisfying(why -> assertThat(why).contains(": 535 "));
    assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
  }

  @Test
  void a_server_that_disconnects_before_quit_has_the_mail_all_the_same() {
    server.at(Step.QUIT, DROP, HANG);
    SendMail sendMail = new SendMail(server.open(SHORT));

    assertThat(sendMail.send(mail("Report", List.of()))).isInstanceOf(SendResult.Taken.class);
    assertThat(sendMail.send(mail("Report", List.of()))).isInstanceOf(SendResult.Taken.class);
  }

  @Test
  void a_mail_larger_than_the_server_accepts_is_not_sent() throws IOException {
    Path file = Files.write(folder.resolve("report.pdf"), new byte[3_000]);
    server.at(
        Step.EHLO, "250-mx\r\n250 SIZE 4000", "250-mx\r\n250 SIZE 0", "250-mx\r\n250 SIZE 40000");

    SendMail sendMail = new SendMail(server.open(LONG));
    SendResult tooLarge = sendMail.send(mail("Report", List.of(file)));

    assertThat(tooLarge).isInstanceOf(SendResult.TooLarge.class);
    assertThat(tooLarge.answer()).contains(" accepts 4000 bytes, the mail has ");
    assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
    assertThat(sendMail.send(mail("Report", List.of(file)))).isInstanceOf(SendResult.Taken.class);
    assertThat(sendMail.send(mail("Report", List.of(file)))).isInstanceOf(SendResult.Taken.class);
  }

  @Test
  void a_server_that_cannot_encrypt_gets_neither_login_nor_mail() {
    MailServer encrypted =
        new MailServer(
            "127.0.0.1",
            server.port(),
            new MailLogin("u", "secret"),
            MailEncryption.STARTTLS,
            LONG,
            HELLO);

    SendResult result = new SendMail(encrypted).send(mail("Report", List.of()));

    assertThat(result).isInstanceOf(SendResult.Unreachable.class);
    assertThat(result.answer()).contains("STARTTLS");
    assertThat(server.commands()).noneMatch(command -> command.startsWith("AUTH"));
    assertThat(server.commands()).noneMatch(command -> command.startsWith("MAIL"));
  }

  @Test
  void a_certificate_that_nobody_trusts_is_refused() {
    GreenMail greenMail = started(ServerSetup.PROTOCOL_SMTPS);
    try {
      MailServer tls =
          new MailServer(
              "127.0.0.1", greenMail.getSmtps().getPort(), null, MailEncryption.TLS, LONG, HELLO);

      SendResult result = new SendMail(tls).send(mail("Report", List.of()));

      assertThat(result).isInstanceOf(SendResult.Unreachable.class);
      assertThat(result.answer()).containsIgnoringCase("cert");
      assertThat(greenMail.getReceivedMessages()).isEmpty();
    } finally {
      greenMail.stop();
    }
  }

  @Test
  void a_wrong_password_stops_all_mail_and_is_not_shown() {
    server.at(Step.EHLO, "250-mx\r\n250 AUTH PLAIN LOGIN");
    MailServer asking =
        new MailServer(
            "127.0.0.1",
            server.port(),
            new MailLogin("reports", "top-secret"),
            MailEncryption.NONE,
            LONG,
            HELLO);

    SendResult result = new SendMail(asking).send(mail("Report", List.of()));

    assertThat(result).isInstanceOf(SendResult.Unreachable.class);
    assertThat(result.answer()).contains("535 who are you").doesNotContain("top-secret");
  }

  @Test
  void a_closed_port_is_unreachable() {
    server.close();

    assertThat(new SendMail(server.open(LONG)).send(mail("Report", List.of())))
        .isInstanceOf(SendResult.Unreachable.class);
  }

  @Test
  void a_sender_that_lost_its_turn_sends_nothing() {
    SendResult result =
        new SendMail(server.open(LONG)).send(mail("Report", List.of()), () -> false);

    assertThat(result).isInstanceOf(SendResult.Withdrawn.class);
    assertThat(server.commands()).noneMatch(command -> command.startsWith("DATA"));
    assertThat(server.messages()).isEmpty();
  }

  @Test
  void names_texts_and_files_in_any_script_arrive_unchanged() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("calltally-daily-2026-11-20-main-отдел_продаж-ru.csv"), "a,b\n");
    GreenMail greenMail = started(ServerSetup.PROTOCOL_SMTP);
    try {
      Mail mail =
          mail(
              new Mail.Content(
                  "Продажи, 20 ноября: отвечено на 86 % (цель 90)",
                  "Ждут звонка: 7\n.\n.. точки", "<p>Ждут звонка: 7</p>", List.of(file)),
              List.of(MailAddress.parse("Анна Соколова <anna@example.com>")));
      assertThat(new SendMail(local(greenMail)).send(mail)).isInstanceOf(SendResult.Taken.class);

      MimeMessage got = greenMail.getReceivedMessages()[0];
      assertThat(got.getSubject()).isEqualTo(mail.content().subject());
      assertThat(((InternetAddress) got.getFrom()[0]).getPersonal()).isEqualTo("Отчёты «Ромашки»");
      assertThat(((InternetAddress) got.getAllRecipients()[0]).getPersonal())
          .isEqualTo("Анна Соколова");
      MimeMultipart mixed = (MimeMultipart) got.getContent();
      MimeMultipart bodies = (MimeMultipart) mixed.getBodyPart(0).getContent();
      assertThat(bodies.getBodyPart(0).getContent().toString().replace("\r\n", "\n").strip())
          .isEqualTo("Ждут звонка: 7\n.\n.. точки");
      assertThat(bodies.getBodyPart(1).getContentType()).startsWith("text/html");
      assertThat(mixed.getBodyPart(1).getContentType()).startsWith("text/csv");
      assertThat(raw(got)).contains("filename*0*=UTF-8''").isPrintable();
      assertThat(MimeUtility.decodeText(nameInType(mixed)))
          .isEqualTo(file.getFileName().toString());
      assertThat(sentLines(got)).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(78));
      assertThat(mixed.getBodyPart(1).getFileName()).isEqualTo(file.getFileName().toString());
      assertThat(got.getHeader("List-Unsubscribe")).containsExactly("<mailto:stop@example.com>");
      assertThat(got.getHeader("Date")).containsExactly("Sat, 21 Nov 2026 08:00:00 +0300");
    } finally {
      greenMail.stop();
    }
  }

  /** As Outlook before 2007 reads it: encoded words in the name of the content type. */
  private static String nameInType(MimeMultipart mixed) throws MessagingException {
    String type = mixed.getBodyPart(1).getHeader("Content-Type")[0];
    return type.replaceAll("(?s).*name=\"(.*)\".*", "$1").replaceAll("\r\n ", " ");
  }

  /** All lines as they were sent; "Received" is the server's. */
  private static List<String> sentLines(MimeMessage message)
      throws IOException, MessagingException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    message.writeTo(out, new String[] {"Received"});
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @Test
  void a_date_in_utc_has_a_numeric_zone() {
    ZonedDateTime date = ZonedDateTime.parse("2026-11-02T05:00:00Z");

    assertThat(HeaderText.date(date)).isEqualTo("Mon, 2 Nov 2026 05:00:00 +0000");
  }

  @Test
  void no_name_can_add_a_header() throws Exception {
    GreenMail greenMail = started(ServerSetup.PROTOCOL_SMTP);
    try {
      Mail mail =
          new Mail(
              new MailAddress("reports@example.com", "Reports\r\nBcc: thief@example.org"),
              ANNA,
              List.of(
                  new MailAddress("anna@example.com", "Anna\r\nBcc: thief@example.org\r\n\r\nx")),
              "1\r\nBcc: thief@example.org",
              ZonedDateTime.parse("2026-11-21T08:00:00+03:00"),
              Mail.Content.of("Sales\r\nBcc: thief@example.org\r\n\r\nbody", "text"),
              "mailto:a@example.com>\r\nBcc: thief@example.org");

      new SendMail(local(greenMail)).send(mail);

      MimeMessage got = greenMail.getReceivedMessages()[0];
      assertThat(greenMail.getReceivedMessages()).hasSize(1);
      assertThat(got.getHeader("Bcc")).isNull();
      assertThat(got.getSubject()).isEqualTo("Sales Bcc: thief@example.org body");
    } finally {
      greenMail.stop();
    }
  }

  private static String raw(MimeMessage message) throws IOException, MessagingException {
    java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
    message.writeTo(out);
    return out.toString(java.nio.charset.StandardCharsets.ISO_8859_1).replaceAll("[\r\n\t]", " ");
  }

  private static GreenMail started(String protocol) {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", protocol);
    setup.setServerStartupTimeout(30_000);
    GreenMail greenMail = new GreenMail(setup);
    greenMail.start();
    return greenMail;
  }

  private static MailServer local(GreenMail greenMail) {
    return new MailServer(
        "127.0.0.1", greenMail.getSmtp().getPort(), null, MailEncryption.NONE, LONG, HELLO);
  }

  private static Mail mail(String subject, List<Path> attachments) {
    return mail(new Mail.Content(subject, "text", "<p>text</p>", attachments), List.of(ANNA));
  }

  private static Mail mail(Mail.Content content, List<MailAddress> shown) {
    return new Mail(
        MailAddress.parse("Отчёты «Ромашки» <reports@example.com>"),
        ANNA,
        shown,
        "1@example.com",
        ZonedDateTime.parse("2026-11-21T08:00:00+03:00"),
        content,
        "mailto:stop@example.com");
  }
}
