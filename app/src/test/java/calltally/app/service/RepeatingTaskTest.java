package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.ingest.metrics.Counters;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class RepeatingTaskTest {

  private final Logger logger = (Logger) LoggerFactory.getLogger(RepeatingTask.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final Queue<Runnable> attempts = new ArrayDeque<>();
  private final Counters counters = new Counters();
  private Instant now = Instant.parse("2026-11-20T06:00:00Z");
  private final TaskHealth health = new TaskHealth(() -> now, counters);
  private final RepeatingTask task =
      new RepeatingTask("refresh", () -> attempts.remove().run(), health);

  @BeforeEach
  void listen() {
    logger.setLevel(Level.INFO);
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void stopListening() {
    logger.detachAppender(log);
    logger.setLevel(null);
  }

  @Test
  void a_task_that_always_succeeds_is_not_logged() {
    attempt(RepeatingTaskTest::succeed, RepeatingTaskTest::succeed);

    assertThat(lines()).isEmpty();
  }

  @Test
  void a_lasting_failure_and_its_recovery_are_logged_once_each() {
    attempt(
        RepeatingTaskTest::succeed,
        () -> fail("the database is away"),
        () -> fail("the database is away since 10 s"),
        () -> fail("the database is away since 20 s"),
        RepeatingTaskTest::succeed,
        RepeatingTaskTest::succeed,
        () -> fail("the database is away"));

    assertThat(lines())
        .containsExactly(
            "WARN refresh failed and will be retried: the database is away",
            "INFO refresh works again",
            "WARN refresh failed and will be retried: the database is away");
  }

  @Test
  void each_different_kind_of_failure_is_logged() {
    attempt(
        () -> refuse("connection refused", "08001"),
        () -> refuse("connection refused", "08001"),
        () -> refuse("permission denied", "42501"),
        () -> fail("no room"),
        RepeatingTaskTest::succeed);

    assertThat(lines())
        .containsExactly(
            "WARN refresh failed and will be retried: cannot use the database: connection refused",
            "WARN refresh failed and will be retried: cannot use the database: permission denied",
            "WARN refresh failed and will be retried: no room",
            "INFO refresh works again");
  }

  @Test
  void every_throwable_except_out_of_memory_is_survived() {
    attempt(
        () -> recurse(1),
        () -> {
          throw new AssertionError("cannot happen");
        },
        () -> {
          throw new NoClassDefFoundError("calltally/Gone");
        },
        () -> throwUnchecked(new IOException("disk full")),
        () -> throwUnchecked(new InterruptedException("interrupted")),
        RepeatingTaskTest::succeed);

    assertThat(lines())
        .containsExactly(
            "ERROR refresh failed and will be retried",
            "ERROR refresh failed and will be retried",
            "ERROR refresh failed and will be retried",
            "WARN refresh failed and will be retried: disk full",
            "WARN refresh failed and will be retried: interrupted",
            "INFO refresh works again");
    assertThat(log.list.get(0).getThrowableProxy().getClassName())
        .isEqualTo(StackOverflowError.class.getName());
  }

  @Test
  void out_of_memory_is_not_survived() {
    attempts.add(
        () -> {
          throw new OutOfMemoryError("Java heap space");
        });

    assertThatThrownBy(() -> task.attempt(() -> false)).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void a_failure_while_the_service_ends_is_not_logged() {
    attempts.add(() -> fail("interrupted"));

    assertThatCode(() -> task.attempt(() -> true)).doesNotThrowAnyException();
    assertThat(lines()).isEmpty();
  }

  @Test
  void failures_are_counted() {
    attempt(() -> fail("away"), () -> recurse(1), RepeatingTaskTest::succeed);

    assertThat(counters.text()).contains("calltally_task_failures_total{task=\"refresh\"} 2.0");
  }

  @Test
  void a_task_is_late_after_its_limit_until_it_works_again() {
    health.expect("refresh", Duration.ofMinutes(15));
    now = now.plus(Duration.ofMinutes(15));
    attempt(() -> fail("away"));
    assertThat(health.late()).isEmpty();

    now = now.plusMillis(1);
    assertThat(health.late()).containsExactly("refresh");

    attempt(RepeatingTaskTest::succeed);
    assertThat(health.late()).isEmpty();
  }

  private void attempt(Runnable... outcomes) {
    attempts.addAll(List.of(outcomes));
    while (!attempts.isEmpty()) {
      task.attempt(() -> false);
    }
  }

  private static void succeed() {}

  private static void fail(String reason) {
    throw new IllegalStateException(reason);
  }

  private static void refuse(String reason, String state) {
    throw new UncheckedIOException(new IOException(new SQLException(reason, state)));
  }

  private static int recurse(int depth) {
    return depth < 0 ? 0 : recurse(depth + 1) + 1;
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void throwUnchecked(Throwable throwable) throws E {
    throw (E) throwable;
  }

  private List<String> lines() {
    return log.list.stream()
        .map(event -> event.getLevel() + " " + event.getFormattedMessage())
        .toList();
  }
}
