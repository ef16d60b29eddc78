package calltally.reporting.delivery;

import static calltally.reporting.delivery.DispatchFixture.MINSK;
import static calltally.reporting.delivery.DispatchFixture.daily;
import static calltally.reporting.delivery.DispatchFixture.named;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.alarm.AlarmMonitor;
import calltally.reporting.alarm.AlarmThresholds;
import calltally.reporting.alarm.MailChannel;
import calltally.reporting.alarm.RefusedRequests;
import calltally.reporting.alarm.SpoolFill;
import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.CircuitBreakers;
import calltally.reporting.mail.MailAddress;
import calltally.reporting.mail.MailTimeouts;
import calltally.reporting.mail.ScriptedServer;
import calltally.reporting.mail.ScriptedServer.Step;
import calltally.reporting.mail.SilentServer;
import calltally.sql.testing.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** 500 reports of the same minute, and a mail server that hangs or is very slow. */
@Tag("faults")
@Timeout(600)
final class ManySubscriptionsFaultsTest {

  private static final int MANY = 500;
  private static final int CONNECTIONS = 4;
  private static final long MILLIS_FOR_A_MAIL = 20;
  private static final List<Subscription> ALL =
      IntStream.range(0, MANY)
          .mapToObj(
              each -> named("Number " + each, daily("daily 08:00", "r" + each + "@example.com")))
          .toList();

  @TempDir private Path folder;

  private final AtomicInteger sessions = new AtomicInteger();
  private final AtomicInteger mostSessions = new AtomicInteger();
  private DispatchFixture fixture;
  private CircuitBreakers breakers;

  @BeforeEach
  void open() {
    fixture = new DispatchFixture(folder, "2026-11-20T12:00");
    breakers = new CircuitBreakers(fixture.clock());
    fixture.dispatcher().open(ALL);
    fixture.setClock("2026-11-21T08:00");
    fixture.dispatcher().open(ALL);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void all_reports_are_made_alarms_go_out_and_each_mail_is_sent_once_when_the_server_is_back()
      throws Exception {
    try (SilentServer silent = new SilentServer()) {
      DeliverySender stuck = fixture.sender(silent.forMail(), breakers);
      try (DeliveryWorkers workers = workers(stuck)) {
        fixture.dispatcher().render(ALL, workers::wake);
        Eventually.until(stuck::isPaused);
        Eventually.until(() -> stuck.underWay() == 0);

        assertThat(rendered()).isEqualTo(MANY);
        assertThat(fixture.attempts()).isLessThan(2 * CONNECTIONS);
        assertThat(mailThreads()).isLessThanOrEqualTo(CONNECTIONS);
      }
    }
    fixture.clock().tick(Duration.ofHours(1).plusMinutes(1));
    assertThat(alarm()).contains("500");

    sendAll();

    assertThat(fixture.said().lines()).hasSize(MANY).allMatch(line -> line.endsWith(" sent"));
    assertThat(fixture.messageIds()).hasSize(MANY).doesNotHaveDuplicates();
  }

  @Test
  void a_very_slow_server_gets_each_mail_once_on_a_few_connections() throws Exception {
    fixture.dispatcher().render(ALL);
    Semaphore turns = new Semaphore(0);
    ScheduledExecutorService slowness = Executors.newSingleThreadScheduledExecutor();
    var unused =
        slowness.scheduleAtFixedRate(
            turns::release, MILLIS_FOR_A_MAIL, MILLIS_FOR_A_MAIL, TimeUnit.MILLISECONDS);
    fixture
        .server()
        .when(
            Step.RCPT,
            () -> {
              mostSessions.accumulateAndGet(sessions.incrementAndGet(), Math::max);
              turns.acquireUninterruptibly();
            })
        .when(Step.CONTENT, sessions::decrementAndGet);
    try {
      sendAll();
    } finally {
      slowness.shutdownNow();
    }

    assertThat(mostSessions).hasValue(CONNECTIONS);
    assertThat(fixture.messageIds()).hasSize(MANY).doesNotHaveDuplicates();
  }

  private void sendAll() {
    DeliverySender sender = fixture.patientSender(breakers);
    try (DeliveryWorkers workers = workers(sender)) {
      workers.wake();
      Eventually.until(() -> fixture.server().messages().size() == MANY);
      Eventually.until(() -> sender.underWay() == 0);
      assertThat(mailThreads()).isLessThanOrEqualTo(CONNECTIONS);
    }
  }

  private static DeliveryWorkers workers(DeliverySender sender) {
    DeliveryWorkers[] workers = new DeliveryWorkers[1];
    workers[0] = new DeliveryWorkers(CONNECTIONS, () -> sender.send(() -> workers[0].help()));
    return workers[0];
  }

  private int rendered() {
    return fixture
        .history()
        .sql()
        .fetchSingle("select count(*)::integer from ledger.mailing where state = 'rendered'")
        .get(0, Integer.class);
  }

  private static long mailThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("mail"))
        .count();
  }

  /** The mail of the alarm, which another server takes. */
  private String alarm() {
    try (ScriptedServer other = new ScriptedServer()) {
      MailAddress boss = MailAddress.parse("boss@example.com");
      MailChannel channel = new MailChannel(other.open(MailTimeouts.DEFAULT), boss, boss);
      new AlarmMonitor(
              fixture.history().pool(),
              AlarmThresholds.DEFAULT,
              List.of(channel),
              breakers,
              Locale.ENGLISH,
              MINSK)
          .look(fixture.clock(), new SpoolFill("spool", 0, 1), new RefusedRequests("spool", 0));
      return String.join("\n", other.messages());
    }
  }
}
