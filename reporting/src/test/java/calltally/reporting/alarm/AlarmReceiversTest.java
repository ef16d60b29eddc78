package calltally.reporting.alarm;

import static calltally.reporting.alarm.AlarmFixture.EMPTY;
import static calltally.reporting.alarm.AlarmFixture.FULL;
import static calltally.reporting.alarm.AlarmFixture.NONE_REFUSED;
import static calltally.sql.jooq.ledger.Tables.ALARM_NOTICE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.handover.TelegramBot;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.SilentServer;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How the receivers of alarms hear of them, whatever one of them does. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AlarmReceiversTest {

  private AlarmFixture fixture;

  @BeforeAll
  void open() throws IOException {
    fixture = new AlarmFixture();
  }

  @AfterAll
  void close() {
    fixture.close();
  }

  @AfterEach
  void forget() throws IOException {
    fixture.forget();
  }

  @Test
  void a_receiver_that_does_not_answer_is_notified_again_until_it_does() {
    AlarmMonitor monitor = fixture.monitor();
    fixture.listener().status = 503;
    monitor.look(fixture.at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);
    monitor.look(fixture.at("2026-11-20T11:00:59"), EMPTY, NONE_REFUSED);
    assertThat(fixture.listener().states()).hasSize(1);
    assertThat(answers()).containsExactly("HTTP 503");

    fixture.listener().status = 302;
    monitor.look(fixture.at("2026-11-20T11:01:00"), EMPTY, NONE_REFUSED);
    assertThat(fixture.listener().states()).hasSize(2);
    assertThat(answers()).containsExactly("HTTP 302");

    fixture.listener().status = 200;
    monitor.look(fixture.at("2026-11-20T11:03:00"), EMPTY, NONE_REFUSED);
    monitor.look(fixture.at("2026-11-20T12:03:00"), EMPTY, NONE_REFUSED);
    assertThat(fixture.listener().states()).hasSize(3);
    assertThat(answers()).containsExactly("HTTP 200");
    assertThat(fixture.listener().heard.stream().map(heard -> heard.body()).distinct()).hasSize(1);
  }

  @Test
  void the_end_is_never_reported_before_the_beginning() {
    AlarmMonitor monitor = fixture.monitor();
    fixture.listener().status = 500;
    monitor.look(fixture.at("2026-11-20T09:00:00"), FULL, NONE_REFUSED);
    fixture.listener().status = 200;
    monitor.look(fixture.at("2026-11-20T09:00:30"), EMPTY, NONE_REFUSED);
    assertThat(fixture.listener().states()).containsExactly("spool_full begun");

    monitor.look(fixture.at("2026-11-20T09:01:00"), EMPTY, NONE_REFUSED);
    assertThat(fixture.listener().states())
        .containsExactly("spool_full begun", "spool_full begun", "spool_full ended");
  }

  @Test
  void a_webhook_message_is_signed_like_those_of_the_exchange() throws GeneralSecurityException {
    fixture.monitor().look(fixture.at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);

    WebhookListener.Heard heard = fixture.listener().heard.get(0);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("a secret for alarms".getBytes(UTF_8), "HmacSHA256"));
    assertThat(heard.timestamp()).isEqualTo("1795161600");
    assertThat(heard.signature())
        .isEqualTo(
            HexFormat.of()
                .formatHex(mac.doFinal((heard.timestamp() + "." + heard.body()).getBytes(UTF_8))));
  }

  @Test
  void the_ledger_stores_neither_address_nor_secret_of_a_webhook() {
    fixture.monitor().look(fixture.at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);

    assertThat(fixture.history.sql().selectFrom(ALARM_NOTICE).fetch().toString())
        .contains("127.0.0.1 ")
        .doesNotContain("key=")
        .doesNotContain("secret");
    assertThat(fixture.webhook().toString()).doesNotContain("secret");
  }

  @Test
  void a_receiver_that_never_answers_does_not_delay_the_others() throws IOException {
    try (SilentServer silent = new SilentServer()) {
      WebhookChannel mute = new WebhookChannel(silent.forHttp(), null, Duration.ofMillis(100));

      fixture
          .monitor(mute, fixture.webhook())
          .look(fixture.at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);

      assertThat(fixture.listener().states()).containsExactly("feed_quiet begun");
      assertThat(answers())
          .hasSize(2)
          .contains("HTTP 204")
          .containsAnyOf("no answer within 100 ms", "not reached: HttpTimeoutException");
    }
  }

  @Test
  void a_chat_is_notified_after_the_time_for_which_telegram_asks() throws IOException {
    List<String> heard = new CopyOnWriteArrayList<>();
    HttpServer telegram =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    telegram.createContext(
        "/",
        exchange -> {
          try (exchange) {
            heard.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            boolean isFirst = heard.size() == 1;
            byte[] answer =
                (isFirst ? "{\"ok\":false,\"parameters\":{\"retry_after\":150}}" : "{\"ok\":true}")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(isFirst ? 429 : 200, answer.length);
            exchange.getResponseBody().write(answer);
          }
        });
    telegram.start();
    try {
      URI address = URI.create("http://127.0.0.1:" + telegram.getAddress().getPort());
      AlarmMonitor monitor =
          fixture.monitor(new TelegramChannel(new TelegramBot(address, "123456:token", "-100123")));

      monitor.look(fixture.at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);
      monitor.look(fixture.at("2026-11-20T11:02:29"), EMPTY, NONE_REFUSED);
      assertThat(heard).hasSize(1);
      monitor.look(fixture.at("2026-11-20T11:02:30"), EMPTY, NONE_REFUSED);
      monitor.look(fixture.at("2026-11-20T11:30:00"), EMPTY, NONE_REFUSED);

      assertThat(heard).hasSize(2).allSatisfy(body -> assertThat(body).contains("-100123", "main"));
    } finally {
      telegram.stop(0);
    }
  }

  @Test
  void a_silent_mail_server_delays_no_webhook_and_costs_its_mailboxes_three_attempts()
      throws IOException {
    try (SilentServer silent = new SilentServer()) {
      MailServer mute = silent.forMail();
      AlarmMonitor monitor =
          fixture.monitor(
              mailbox(mute, "a"),
              mailbox(mute, "b"),
              mailbox(mute, "c"),
              mailbox(mute, "d"),
              fixture.webhook());

      monitor.look(fixture.at("2026-11-20T11:00:00"), EMPTY, NONE_REFUSED);

      assertThat(fixture.listener().states()).containsExactly("feed_quiet begun");
      assertThat(
              fixture
                  .history
                  .sql()
                  .select(ALARM_NOTICE.ATTEMPTS)
                  .from(ALARM_NOTICE)
                  .orderBy(ALARM_NOTICE.ATTEMPTS)
                  .fetch(ALARM_NOTICE.ATTEMPTS))
          .containsExactly(0, 1, 1, 1, 1);
      assertThat(fixture.breakers.of(mute).isOpen()).isTrue();
    }
  }

  private static MailChannel mailbox(MailServer server, String name) {
    return new MailChannel(
        server, MailAddress.parse("reports@example.com"), MailAddress.parse(name + "@example.com"));
  }

  private List<String> answers() {
    return fixture
        .history
        .sql()
        .select(ALARM_NOTICE.ANSWER)
        .from(ALARM_NOTICE)
        .fetch(ALARM_NOTICE.ANSWER);
  }
}
