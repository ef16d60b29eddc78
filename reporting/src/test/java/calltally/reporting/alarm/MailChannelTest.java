package calltally.reporting.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.alarm.Notice.Alarm;
import calltally.reporting.http.NotifyResult;
import calltally.reporting.mail.CircuitBreakers;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailEncryption;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.MailTimeouts;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MailChannelTest {

  private static final Instant BEGAN = Instant.parse("2026-11-20T08:00:00Z");
  private static final CircuitBreakers CIRCUITS = new CircuitBreakers(InstantSource.fixed(BEGAN));
  private static final NoticeText WORDS = new NoticeText(Locale.forLanguageTag("ru"));

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void beginning_and_end_are_two_mails_with_different_ids() throws MessagingException, IOException {
    Notice begin = notice("main", AlarmStage.BEGIN);
    Notice end = notice("main", AlarmStage.END);

    assertThat(channel().send(begin, WORDS, CIRCUITS, BEGAN).isTaken()).isTrue();
    assertThat(channel().send(begin, WORDS, CIRCUITS, BEGAN.plusSeconds(600)).isTaken()).isTrue();
    assertThat(channel().send(end, WORDS, CIRCUITS, BEGAN.plusSeconds(3600)).isTaken()).isTrue();

    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(3);
    assertThat(mails[0].getSubject()).isEqualTo("main: звонков меньше обычного");
    assertThat(mails[2].getSubject()).isEqualTo("main: закончилось — звонков меньше обычного");
    assertThat(mails[1].getMessageID()).isEqualTo(mails[0].getMessageID());
    assertThat(mails[2].getMessageID()).isNotEqualTo(mails[0].getMessageID());
    assertThat(text(mails[0]))
        .contains("Слишком тихо.")
        .contains("Замечено 20.11.2026 11:00 (Europe/Minsk).");
    assertThat(text(mails[2])).contains("закончилось 20.11.2026 12:00");
  }

  @Test
  void a_source_name_cannot_add_a_header() throws MessagingException {
    channel()
        .send(notice("main\r\nBcc: all@example.com", AlarmStage.BEGIN), WORDS, CIRCUITS, BEGAN);

    assertThat(server.getReceivedMessages())
        .allSatisfy(mail -> assertThat(mail.getHeader("Bcc")).isNull());
  }

  @Test
  void an_unreachable_server_gives_a_failed_result_and_no_exception() {
    MailChannel channel = channel();
    server.stop();

    NotifyResult result = channel.send(notice("main", AlarmStage.BEGIN), WORDS, CIRCUITS, BEGAN);

    assertThat(result.isTaken()).isFalse();
    assertThat(result.answer()).isNotBlank();
  }

  private static String text(Part part) throws MessagingException, IOException {
    return part.getContent() instanceof MimeMultipart parts
        ? text(parts.getBodyPart(0))
        : part.getContent().toString();
  }

  private MailChannel channel() {
    return new MailChannel(
        new MailServer(
            "127.0.0.1",
            server.getSmtp().getPort(),
            null,
            MailEncryption.NONE,
            MailTimeouts.DEFAULT,
            "calltally.example.com"),
        MailAddress.parse("reports@example.com"),
        MailAddress.parse("admin@example.com"));
  }

  private static Notice notice(String source, AlarmStage stage) {
    return new Notice(
        stage,
        "admin@example.com",
        1,
        new Alarm(
            1,
            7,
            AlarmKind.FEED_QUIET,
            source,
            ZoneId.of("Europe/Minsk"),
            BEGAN,
            stage == AlarmStage.END ? BEGAN.plusSeconds(3600) : null,
            "Слишком тихо.",
            "{}"));
  }
}
