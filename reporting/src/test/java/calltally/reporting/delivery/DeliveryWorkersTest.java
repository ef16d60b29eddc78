package calltally.reporting.delivery;

import static calltally.reporting.delivery.DispatchFixture.daily;
import static calltally.reporting.delivery.DispatchFixture.named;
import static calltally.reporting.mail.ScriptedServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.CircuitBreakers;
import calltally.reporting.mail.ScriptedServer.Step;
import calltally.sql.testing.Eventually;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Mails are sent several at once, while reports are made. */
@Timeout(120)
final class DeliveryWorkersTest {

  private static final Subscription FIRST =
      named("First", daily("daily 08:00", "anna@example.com", "silent@example.com"));
  private static final Subscription LATER =
      named("Later", daily("daily 08:05", "vera@example.com"));
  private static final List<Subscription> BOTH = List.of(FIRST, LATER);

  @TempDir private Path folder;

  private DispatchFixture fixture;
  private DeliverySender sender;

  @BeforeEach
  void open() {
    fixture = new DispatchFixture(folder, "2026-11-20T12:00");
    fixture.dispatcher().open(BOTH);
    sender = fixture.patientSender(new CircuitBreakers(fixture.clock()));
  }

  @AfterEach
  void close() {
    fixture.server().close();
    Eventually.until(() -> sender.underWay() == 0);
    fixture.close();
  }

  @Test
  void a_mail_without_a_reply_delays_neither_the_other_mails_nor_the_next_report()
      throws Exception {
    Semaphore reached = new Semaphore(0);
    fixture.server().to("silent@example.com", HANG).when(Step.RCPT, reached::release);
    try (DeliveryWorkers workers = workers(2)) {
      make("2026-11-21T08:00", workers);
      reached.acquire(2);
      await("anna@example.com sent");

      make("2026-11-21T08:05", workers);
      await("vera@example.com sent");

      assertThat(fixture.said()).contains("silent@example.com waiting");
      // A worker records what it has sent before it is free again.
      Eventually.until(() -> sender.underWay() == 1);
      fixture.server().close();
    }
  }

  @Test
  void a_report_is_mailed_before_the_others_are_made() {
    List<Subscription> moreThanCores =
        eachOfTheSameHour(Runtime.getRuntime().availableProcessors() + 1);
    AtomicReference<String> first = new AtomicReference<>();
    fixture.dispatcher().open(moreThanCores);
    fixture.setClock("2026-11-21T10:00");
    fixture.dispatcher().open(moreThanCores);
    try (DeliveryWorkers workers = workers(1)) {
      fixture
          .dispatcher()
          .render(
              moreThanCores,
              () -> {
                workers.wake();
                awaitFirst(first);
              });
    }

    assertThat(first.get()).contains("@example.com sent").contains("null due");
  }

  private static List<Subscription> eachOfTheSameHour(int subscriptions) {
    return IntStream.range(0, subscriptions)
        .mapToObj(
            each -> named("Number " + each, daily("daily 10:00", "r" + each + "@example.com")))
        .toList();
  }

  /** What the ledger says as soon as a mail is sent; the renderers wait for that meanwhile. */
  private synchronized void awaitFirst(AtomicReference<String> first) {
    if (first.get() == null) {
      await("@example.com sent");
      first.set(fixture.said());
    }
  }

  @Test
  void no_more_sessions_are_held_than_configured() {
    Subscription many =
        daily("daily 10:00", "a@a.com", "b@a.com", "c@a.com", "d@a.com", "e@a.com", "f@a.com");
    fixture.dispatcher().open(List.of(many));
    CountDownLatch both = new CountDownLatch(2);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    fixture
        .server()
        .when(
            Step.RCPT,
            () -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              meet(both);
            })
        .when(Step.CONTENT, now::decrementAndGet);
    try (DeliveryWorkers workers = workers(2)) {
      make("2026-11-21T10:00", workers, many);
      many.recipients().to().forEach(recipient -> await(recipient + " sent"));
    }

    assertThat(most).hasValue(2);
    assertThat(fixture.messageIds()).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void a_mail_not_begun_when_its_service_stops_is_sent_by_the_next_without_waiting()
      throws Exception {
    stopAt(Step.RCPT);

    fixture.dispatcher().send();

    assertThat(fixture.said()).contains("vera@example.com sent");
    assertThat(fixture.server().messages()).hasSize(1);
  }

  @Test
  void a_mail_that_awaits_its_reply_when_its_service_stops_keeps_its_lease() throws Exception {
    stopAt(Step.CONTENT);

    fixture.dispatcher().send();

    assertThat(fixture.said()).contains("vera@example.com sending");
    assertThat(fixture.server().messages()).hasSize(1);
  }

  /** Stops a service while the server does not reply to that step. */
  private void stopAt(Step step) throws InterruptedException {
    Semaphore reached = new Semaphore(0);
    fixture.server().when(step, reached::release).at(step, HANG);
    try (DeliveryWorkers workers = workers(1)) {
      make("2026-11-21T08:05", workers, LATER);
      reached.acquire();
    }
    sender.release();
  }

  private DeliveryWorkers workers(int most) {
    DeliveryWorkers[] workers = new DeliveryWorkers[1];
    workers[0] = new DeliveryWorkers(most, () -> sender.send(() -> workers[0].help()));
    return workers[0];
  }

  private void make(String localTime, DeliveryWorkers workers) {
    make(localTime, workers, BOTH.toArray(Subscription[]::new));
  }

  private void make(String localTime, DeliveryWorkers workers, Subscription... subscriptions) {
    fixture.setClock(localTime);
    ReportDispatcher dispatcher = fixture.dispatcher();
    dispatcher.open(List.of(subscriptions));
    dispatcher.render(List.of(subscriptions), workers::wake);
  }

  /** Asks the ledger until it says so. */
  private void await(String said) {
    Eventually.until(() -> fixture.said().contains(said));
  }

  private static void meet(CountDownLatch others) {
    others.countDown();
    try {
      others.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
