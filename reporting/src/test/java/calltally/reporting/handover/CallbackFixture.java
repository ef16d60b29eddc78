package calltally.reporting.handover;

import static calltally.sql.jooq.ledger.Tables.CALLER_MESSAGE;
import static calltally.sql.jooq.ledger.Tables.CALLER_NOTICE;
import static calltally.sql.jooq.ledger.Tables.WAITING_CALLER;

import calltally.reporting.handover.CallerReceivers.Chat;
import calltally.reporting.handover.CallerReceivers.Hook;
import calltally.reporting.handover.CallerReceivers.MailSender;
import calltally.reporting.http.SignedWebhook;
import calltally.reporting.mail.CircuitBreakers;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailEncryption;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.MailTimeouts;
import calltally.reporting.report.query.History;
import calltally.sql.DatabaseRole;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/**
 * A company that works from 9 to 18 on weekdays and must call back within 30 minutes, on its
 * support line within 10; a boss and a night watch with mailboxes, a Telegram chat and a program.
 */
final class CallbackFixture implements AutoCloseable {

  static final String IVAN = "+375291110001";
  static final String OLGA = "+375291110002";
  static final String TOKEN = "123456:secret-of-the-bot";

  final History history;
  final HttpListener telegram = new HttpListener();
  final HttpListener program = new HttpListener();
  final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  final CircuitBreakers breakers = new CircuitBreakers(InstantSource.fixed(Instant.EPOCH));
  private final ZoneId zone;
  private final List<String> notified = new ArrayList<>();
  List<TaskReceiver> crms = List.of();

  CallbackFixture(ZoneId zone) throws IOException {
    this.zone = zone;
    history = new History(zone);
    for (int day = 1; day <= 5; day++) {
      history.shift(DayOfWeek.of(day), "09:00", "18:00");
    }
    history
        .sql()
        .execute(
            """
            insert into config.callback_rule values
                (1, 'source', '', '30 minutes', 'working_hours', '{boss@example.com}', false),
                (1, 'line', '+375290000002', '10 minutes', null, '{night@example.com}', null)
            """);
    mail.start();
  }

  CallbackMonitor monitor() {
    return new CallbackMonitor(database(), receivers(), breakers);
  }

  CallerReceivers receivers() {
    return receivers(Duration.ofDays(1000), false);
  }

  /** Receivers with a program that is notified of callers after a time. */
  CallerReceivers receivers(Duration after, boolean masksNumbers) {
    MailServer server =
        new MailServer(
            "127.0.0.1",
            mail.getSmtp().getPort(),
            null,
            MailEncryption.NONE,
            MailTimeouts.DEFAULT,
            "calltally.example.com");
    return new CallerReceivers(
        new MailSender(server, MailAddress.parse("calltally@example.com")),
        new Chat(new TelegramBot(telegram.address(), TOKEN, "-100123"), true),
        List.of(
            new Hook(
                "crm",
                "main",
                SignedWebhook.of(program.address(), "a secret for callers"),
                after,
                masksNumbers)),
        crms,
        Locale.ENGLISH);
  }

  /** Connections of the role that may do what reports may. */
  DataSource database() {
    return history.as(DatabaseRole.REPORT);
  }

  /** Looks at a local time, with calls that are up to date; notes what was notified to whom. */
  void look(CallbackMonitor monitor, String localTime) {
    look(monitor, history.instant(localTime));
  }

  void look(CallbackMonitor monitor, Instant now) {
    history
        .sql()
        .execute(
            "update calls.refresh_cursor set refreshed_at = cast(? as timestamptz)",
            now.toString());
    monitor.look(InstantSource.fixed(now));
    note(now);
  }

  /** Looks every minute of [from, until], and then no more. */
  void watch(CallbackMonitor monitor, String from, String until) {
    Instant end = history.instant(until);
    for (Instant now = history.instant(from);
        !now.isAfter(end);
        now = now.plus(Duration.ofMinutes(1))) {
      look(monitor, now);
    }
  }

  private void note(Instant now) {
    String time =
        DateTimeFormatter.ofPattern("EEE d HH:mm xxx", Locale.ENGLISH).format(now.atZone(zone));
    program.heard.forEach(
        post ->
            notified.add(
                "%s | crm | %s %s"
                    .formatted(
                        time,
                        post.json().path("kind").asText().replace("caller_", ""),
                        post.json().path("number").asText())));
    program.heard.clear();
    telegram.heard.forEach(
        post -> notified.add(time + " | chat | " + brief(post.json().path("text").asText())));
    telegram.heard.clear();
    for (MimeMessage message : mail.getReceivedMessages()) {
      notified.add(time + " | " + mailed(message));
    }
    try {
      mail.purgeEmailFromAllMailboxes();
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String mailed(MimeMessage message) {
    try {
      String to = message.getAllRecipients()[0].toString().replace("@example.com", "");
      return to + " | " + brief(text(message));
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Part part) throws MessagingException, IOException {
    return part.getContent() instanceof Multipart parts
        ? text(parts.getBodyPart(0))
        : part.getContent().toString();
  }

  /** The numbers listed in a text, each with why. */
  private static String brief(String text) {
    List<String> callers = new ArrayList<>();
    String kind = "";
    for (String line : text.lines().toList()) {
      kind = line.startsWith("Not called") ? "overdue" : line.startsWith("Wait") ? "settled" : kind;
      if (line.startsWith("+")) {
        callers.add(kind + " " + line.substring(0, line.indexOf(" ·")).replaceAll("[ -]", ""));
      }
    }
    return String.join(", ", callers);
  }

  /** What was notified so far: when, to whom, about whom; without the seconds. */
  List<String> notified() {
    return notified;
  }

  /** Forgets who waits and who was notified. */
  void forget() {
    notified.clear();
    history.sql().deleteFrom(CALLER_NOTICE).execute();
    history.sql().deleteFrom(CALLER_MESSAGE).execute();
    history.sql().deleteFrom(WAITING_CALLER).execute();
    program.answers(200, "");
    telegram.answers(200, "{\"ok\":true}");
  }

  @Override
  public void close() {
    mail.stop();
    program.close();
    telegram.close();
    history.close();
  }

  /** A call of which the end is 21 seconds after the minute. */
  void missed(String localTime, String customer, String line) {
    history.missed("2026-11-18T" + localTime, customer, line, History.ANNA);
    history.refreshed();
  }

  List<String> notifiedOf(String receiver) {
    return notified().stream().filter(line -> line.contains("| " + receiver)).toList();
  }

  CallbackMonitor afterMinutes(int minutes) {
    return new CallbackMonitor(database(), receivers(Duration.ofMinutes(minutes), false), breakers);
  }
}
