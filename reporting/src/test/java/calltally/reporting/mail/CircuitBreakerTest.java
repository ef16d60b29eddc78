package calltally.reporting.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CircuitBreakerTest {

  private static final SendResult OUTAGE = new SendResult.Unreachable("no connection");
  private static final SendResult REFUSAL = new SendResult.Refused("550 5.1.1 nobody");
  private static final MailTimeouts TIMEOUTS = MailTimeouts.DEFAULT;
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private Instant now = Instant.parse("2026-11-21T05:00:00Z");
  private final CircuitBreakers breakers = new CircuitBreakers(() -> now);
  private final CircuitBreaker breaker = breakers.of(server(25));

  @Test
  void after_three_outages_in_a_row_no_session_is_permitted_and_a_reply_starts_the_count_again() {
    session(OUTAGE);
    session(OUTAGE);
    session(REFUSAL);
    session(OUTAGE);
    session(OUTAGE);
    assertThat(breaker.isOpen()).isFalse();

    session(OUTAGE);

    assertThat(breaker.isOpen()).isTrue();
    assertThat(breaker.tryAcquire()).isEmpty();
  }

  @Test
  void what_shows_that_a_server_does_not_work_is_no_connection_no_welcome_and_no_reply() {
    assertThat(new SendResult.Unreachable("")).matches(SendResult::isOutage);
    assertThat(new SendResult.Interrupted("")).matches(SendResult::isOutage);
    assertThat(new SendResult.Unanswered("")).matches(SendResult::isOutage);
    assertThat(new SendResult.Taken("")).matches(result -> !result.isOutage());
    assertThat(new SendResult.Postponed("")).matches(result -> !result.isOutage());
    assertThat(new SendResult.Refused("")).matches(result -> !result.isOutage());
    assertThat(new SendResult.TooLarge("")).matches(result -> !result.isOutage());
    assertThat(new SendResult.Withdrawn("")).matches(result -> !result.isOutage());
  }

  @Test
  void another_server_is_not_affected_and_the_same_one_is_known_by_host_and_port() {
    open();

    assertThat(breakers.of(server(26)).tryAcquire()).isPresent();
    assertThat(breakers.of(server(25))).isSameAs(breaker);
  }

  @Test
  void after_a_minute_one_session_is_permitted_and_a_reply_permits_all() {
    open();
    now = now.plus(MINUTE).minusMillis(1);
    assertThat(breaker.tryAcquire()).isEmpty();
    now = now.plusMillis(1);

    try (CircuitBreaker.Permit trial = breaker.tryAcquire().orElseThrow()) {
      assertThat(breaker.tryAcquire()).isEmpty();
      trial.ended(REFUSAL);
    }

    assertThat(breaker.isOpen()).isFalse();
    assertThat(breaker.tryAcquire()).isPresent();
    assertThat(breaker.tryAcquire()).isPresent();
  }

  @Test
  void each_failed_trial_doubles_the_pause_up_to_15_minutes() {
    open();
    for (int minutes : new int[] {1, 2, 4, 8, 15, 15}) {
      now = now.plus(MINUTE.multipliedBy(minutes)).minusMillis(1);
      assertThat(breaker.tryAcquire()).as("before %d minutes", minutes).isEmpty();
      now = now.plusMillis(1);
      session(OUTAGE);
    }
  }

  @Test
  void a_trial_that_found_no_mail_leaves_the_server_to_the_next() {
    open();
    now = now.plus(MINUTE);
    breaker.tryAcquire().orElseThrow().close();

    assertThat(breaker.tryAcquire()).isPresent();
  }

  @Test
  void sessions_begun_before_do_not_prolong_the_pause_and_a_late_reply_ends_it() {
    CircuitBreaker.Permit slow = breaker.tryAcquire().orElseThrow();
    CircuitBreaker.Permit slower = breaker.tryAcquire().orElseThrow();
    open();
    now = now.plus(MINUTE);
    slow.ended(OUTAGE);
    breaker.tryAcquire().orElseThrow().close();

    slower.ended(REFUSAL);

    assertThat(breaker.isOpen()).isFalse();
  }

  @Test
  void a_clock_set_back_does_not_prolong_the_pause() {
    open();
    now = now.minus(Duration.ofDays(1));

    assertThat(breaker.tryAcquire()).isPresent();
  }

  private void open() {
    session(OUTAGE);
    session(OUTAGE);
    session(OUTAGE);
    assertThat(breaker.isOpen()).isTrue();
  }

  private void session(SendResult result) {
    Optional<CircuitBreaker.Permit> begun = breaker.tryAcquire();
    try (CircuitBreaker.Permit permit = begun.orElseThrow()) {
      permit.ended(result);
    }
  }

  private static MailServer server(int port) {
    return new MailServer(
        "mx.example.com", port, null, MailEncryption.NONE, TIMEOUTS, "calltally.example.com");
  }
}
