package calltally.reporting.delivery;

import static calltally.reporting.delivery.DispatchFixture.daily;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.reporting.delivery.subscription.Subscription;
import calltally.reporting.mail.CircuitBreakers;
import calltally.reporting.mail.MailServer;
import calltally.reporting.mail.ScriptedServer.Step;
import calltally.reporting.mail.SilentServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mails whose server does not work wait for it, and neither lose attempts nor keep others. */
final class ServerOutageTest {

  private static final Subscription FIVE =
      daily("daily 08:00", "a@a.com", "b@a.com", "c@a.com", "d@a.com", "e@a.com");

  @TempDir private Path folder;

  private DispatchFixture fixture;
  private CircuitBreakers breakers;

  @BeforeEach
  void open() {
    fixture = new DispatchFixture(folder, "2026-11-20T12:00");
    breakers = new CircuitBreakers(fixture.clock());
    fixture.dispatcher().open(List.of(FIVE));
    fixture.setClock("2026-11-21T08:00");
    fixture.dispatcher().open(List.of(FIVE));
    fixture.dispatcher().render(List.of(FIVE));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void mails_wait_without_attempts_until_one_that_tries_the_server_succeeds() {
    DeliverySender sender = fixture.patientSender(breakers);
    fixture
        .server()
        .at(Step.EHLO, Collections.nCopies(4, "550 5.7.1 go away").toArray(String[]::new));
    rounds(sender, 9);
    assertThat(sender.isPaused()).isTrue();
    assertThat(fixture.attempts()).isEqualTo(3);

    fixture.clock().tick(Duration.ofMinutes(1).minusMillis(1));
    rounds(sender, 9);
    assertThat(fixture.attempts()).isEqualTo(3);
    fixture.clock().tick(Duration.ofMillis(1));
    rounds(sender, 9);
    assertThat(fixture.attempts()).isEqualTo(4);

    fixture.clock().tick(Duration.ofMinutes(2));
    rounds(sender, 1);
    assertThat(sender.isPaused()).isFalse();
    assertThat(fixture.said().lines()).hasSize(5).allMatch(line -> line.endsWith(" sent"));
    assertThat(fixture.messageIds()).hasSize(5).doesNotHaveDuplicates();
  }

  @Test
  void a_server_that_accepts_connections_and_says_nothing_does_not_keep_mails_from_another()
      throws Exception {
    try (SilentServer silent = new SilentServer()) {
      MailServer mute = silent.forMail();
      DeliverySender stuck = fixture.sender(mute, breakers);
      rounds(stuck, 9);
      assertThat(stuck.isPaused()).isTrue();
      assertThat(fixture.attempts()).isEqualTo(3);
      assertThat(fixture.ledger().newest(9))
          .filteredOn(entry -> entry.attempts() == 1)
          .hasSize(3)
          .allSatisfy(
              entry ->
                  assertThat(entry.answer())
                      .isEqualTo("connection to %s: no reply within 0.05 s".formatted(mute)));

      DeliverySender sender = fixture.patientSender(breakers);
      fixture.clock().tick(Duration.ofMinutes(1));
      rounds(sender, 1);
      assertThat(sender.isPaused()).isFalse();
      assertThat(fixture.said().lines()).hasSize(5).allMatch(line -> line.endsWith(" sent"));
    }
  }

  @Test
  void a_server_that_stops_replying_is_left_alone_and_no_mail_is_sent_a_third_time() {
    fixture.server().at(Step.CONTENT, Collections.nCopies(3, "drop").toArray(String[]::new));
    DeliverySender sender = fixture.patientSender(breakers);
    rounds(sender, 9);

    assertThat(sender.isPaused()).isTrue();
    assertThat(fixture.messageIds()).hasSize(3);
    fixture.clock().tick(Duration.ofMinutes(1));
    rounds(sender, 9);

    assertThat(fixture.said().lines().filter(line -> line.endsWith(" sent"))).hasSizeGreaterThan(3);
    assertThat(fixture.messageIds())
        .allSatisfy(
            id -> assertThat(Collections.frequency(fixture.messageIds(), id)).isLessThan(3));
  }

  @Test
  void mails_that_have_waited_two_days_for_their_server_are_given_up_with_the_reason() {
    fixture.server().close();
    DeliverySender sender = fixture.patientSender(breakers);
    rounds(sender, 3);
    fixture.clock().tick(Duration.ofDays(2));
    rounds(sender, 2);
    assertThat(fixture.said()).doesNotContain("failed");

    fixture.clock().tick(Duration.ofMillis(1));
    rounds(sender, 1);

    assertThat(fixture.ledger().inTrouble(9))
        .hasSize(4)
        .allSatisfy(
            entry ->
                assertThat(entry.answer())
                    .startsWith("given up after 2 days without the mail server"));
    assertThat(fixture.ledger().inTrouble(9))
        .anySatisfy(entry -> assertThat(entry.answer()).contains("; connection to 127.0.0.1:"));
  }

  private static void rounds(DeliverySender sender, int rounds) {
    for (int round = 0; round < rounds; round++) {
      sender.send(() -> {});
    }
  }
}
