package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
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
  private final RepeatingTask task = new RepeatingTask("refresh", () -> attempts.remove().run());

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
  void a_task_that_always_succeeds_is_not_mentioned() {
    attempt(RepeatingTaskTest::succeed, RepeatingTaskTest::succeed);

    assertThat(lines()).isEmpty();
  }

  @Test
  void a_failure_is_logged_once_and_so_is_the_success_after_it() {
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
            "WARN refresh failed, it is tried again: the database is away",
            "INFO refresh succeeds again",
            "WARN refresh failed, it is tried again: the database is away");
  }

  @Test
  void a_failure_of_another_kind_is_logged_too() {
    attempt(
        () -> refuse("connection refused", "08001"),
        () -> refuse("connection refused", "08001"),
        () -> refuse("permission denied", "42501"),
        () -> fail("no room"),
        RepeatingTaskTest::succeed);

    assertThat(lines())
        .containsExactly(
            "WARN refresh failed, it is tried again: database could not be used: connection refused",
            "WARN refresh failed, it is tried again: database could not be used: permission denied",
            "WARN refresh failed, it is tried again: no room",
            "INFO refresh succeeds again");
  }

  @Test
  void every_throwable_but_a_lack_of_memory_is_survived() {
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
            "ERROR refresh failed, it is tried again",
            "ERROR refresh failed, it is tried again",
            "ERROR refresh failed, it is tried again",
            "WARN refresh failed, it is tried again: disk full",
            "WARN refresh failed, it is tried again: interrupted",
            "INFO refresh succeeds again");
    assertThat(log.list.get(0).getThrowableProxy().getClassName())
        .isEqualTo(StackOverflowError.class.getName());
  }

  @Test
  void a_lack_of_memory_is_not_survived() {
    attempts.add(
        () -> {
          throw new OutOfMemoryError("Java heap space");
        });

    assertThatThrownBy(() -> task.attempt(() -> false)).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void what_fails_while_the_service_ends_is_not_logged() {
    attempts.add(() -> fail("interrupted"));

    assertThatCode(() -> task.attempt(() -> true)).doesNotThrowAnyException();
    assertThat(lines()).isEmpty();
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
