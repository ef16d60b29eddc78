package calltally.reporting.delivery;

import static calltally.reporting.delivery.DispatchFixture.daily;
import static calltally.reporting.mail.ScriptedServer.HANG;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.CircuitBreakers;
import calltally.reporting.mail.ScriptedServer.Step;
import calltally.sql.testing.Eventually;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger after a clock that was a day ahead: what it dated then does not wait for a day. */
final class ClockSetBackTest {

  private static final Subscription DAILY = daily("daily 08:00", "a@a.com", "b@a.com");
  private static final Subscription SINGLE = daily("daily 08:00", "vera@example.com");
  private static final String AHEAD = "2026-11-21T08:00";
  private static final String RIGHT = "2026-11-20T08:00";

  @TempDir private Path folder;

  private DispatchFixture fixture;
  private DeliverySender sender;

  @BeforeEach
  void open() {
    fixture = new DispatchFixture(folder, "2026-11-20T12:00");
    sender = fixture.patientSender(new CircuitBreakers(fixture.clock()));
  }

  @AfterEach
  void close() {
    fixture.server().close();
    Eventually.until(() -> sender.underWay() == 0);
    fixture.close();
  }

  @Test
  void a_report_that_was_due_is_made_and_mailed_once() {
    due(DAILY);
    fixture.setClock(RIGHT);

    fixture.round(DAILY);
    fixture.round(DAILY);

    assertThat(fixture.said().lines()).hasSize(2).allMatch(line -> line.endsWith(" sent"));
    assertThat(fixture.messageIds()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void a_mail_that_was_postponed_is_sent_once() {
    fixture.server().to("a@a.com", "450 later");
    due(DAILY);
    fixture.round(DAILY);
    assertThat(fixture.said()).contains("a@a.com waiting").contains("b@a.com sent");
    fixture.server().to("a@a.com", "250 ok");
    fixture.setClock(RIGHT);

    fixture.round(DAILY);
    fixture.round(DAILY);

    assertThat(fixture.said()).contains("a@a.com sent");
    assertThat(fixture.messageIds()).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void a_mail_whose_sender_died_is_sent_once_more_after_the_time_of_a_lease() throws Exception {
    due(SINGLE);
    fixture.dispatcher().render(List.of(SINGLE));
    dieWhileTheServerTakesIt();
    fixture.setClock(RIGHT);

    fixture.dispatcher().send();
    assertThat(fixture.said()).contains("vera@example.com sending");
    fixture.clock().tick(Duration.ofMinutes(10));
    fixture.dispatcher().send();

    assertThat(fixture.said()).contains("vera@example.com sent");
    assertThat(fixture.server().messages()).hasSize(2);
  }

  private void due(Subscription subscription) {
    fixture.dispatcher().open(List.of(subscription));
    fixture.setClock(AHEAD);
    fixture.dispatcher().open(List.of(subscription));
  }

  private void dieWhileTheServerTakesIt() throws InterruptedException {
    Semaphore reached = new Semaphore(0);
    fixture.server().when(Step.CONTENT, reached::release).at(Step.CONTENT, HANG);
    try (DeliveryWorkers workers = new DeliveryWorkers(1, () -> sender.send(() -> {}))) {
      workers.wake();
      reached.acquire();
    }
  }
}
