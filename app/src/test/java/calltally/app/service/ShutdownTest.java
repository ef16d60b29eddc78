package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calltally.app.testing.CommandProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Commands that a signal ends early. */
final class ShutdownTest {

  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  @TempDir private Path folder;

  @Test
  void an_aborted_demo_leaves_no_process_and_logs_no_error() throws Exception {
    CommandProcess demo = CommandProcess.start(folder, "demo");
    await().atMost(TIMEOUT).until(() -> Files.exists(folder.resolve("demo/calltally.yaml")));

    demo.process().destroy();

    assertThat(demo.process().waitFor()).isNotZero();
    assertThat(demo.errors()).isEmpty();
    assertThat(folder.resolve("demo/data/postgresql/cluster/postmaster.pid")).doesNotExist();
  }

  @Test
  void a_library_logs_nothing_after_the_signal() throws Exception {
    CommandProcess command = CommandProcess.start(folder, Complaining.class);
    assertThat(command.process().inputReader().readLine()).isEqualTo("ready");

    command.process().destroy();

    assertThat(command.process().waitFor()).isNotZero();
    assertThat(command.errors()).contains("library before").doesNotContain("after");
  }

  /** A command with a library that logs an error while it is closed. */
  static final class Complaining {

    public static void main(String[] arguments) throws InterruptedException {
      try (Shutdown shutdown = Shutdown.ofCommand()) {
        AutoCloseable unused = shutdown.closing(() -> complain("after"));
        complain("before");
        System.out.println("ready");
        new CountDownLatch(1).await();
      }
    }

    private static void complain(String when) {
      LoggerFactory.getLogger("org.example.library").error(when);
    }
  }
}
