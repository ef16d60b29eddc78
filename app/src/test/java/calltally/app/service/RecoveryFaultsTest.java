package calltally.app.service;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.testing.CommandProcess;
import calltally.sql.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that starts while its PostgreSQL recovers from a crash for as long as a test likes. */
@Tag("faults")
final class RecoveryFaultsTest {

  /** PostgreSQL asks this for its next log, and waits for the answer. */
  private static final String SLOW_RECOVERY =
      """

      restore_command = 'until test -e recovered; do sleep 0.1; done; false'
      """;

  private static final String CALLS = "select pbx_id from analytics.call order by 1";

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void notifications_go_into_the_spool_and_commands_wait_until_the_recovery_has_ended()
      throws Exception {
    RunningService service = new RunningService(folder, "");
    try {
      assertThat(missed(service, "1")).isEqualTo(200);
      await().until(() -> service.query(CALLS).size() == 1);
      crash(service);

      service.startAgain();
      String recovering = postmaster();

      assertThat(service.log()).contains("recovers from a crash").contains("go into the spool");
      assertThat(get(service, "/health/ready")).isEqualTo(503);
      assertThat(get(service, "/health/live")).isEqualTo(200);
      assertThat(missed(service, "2")).isEqualTo(200);
      assertThat(service.spooled()).isPositive();
      CommandProcess command = CommandProcess.start(folder, "sql", "select 1");
      Eventually.until(() -> command.errors().contains("recovers from a crash"));
      Files.createFile(cluster("recovered"));

      assertThat(command.process().waitFor()).as(command.errors()).isZero();
      await().until(() -> service.query(CALLS).size() == 2);
      await().until(() -> get(service, "/health/ready") == 200);
      assertThat(postmaster()).isEqualTo(recovering);
    } finally {
      service.close();
    }
  }

  /** A look costs a good part of a second. */
  private static ConditionFactory await() {
    return Awaitility.await().pollInterval(Duration.ofSeconds(1)).atMost(Duration.ofMinutes(3));
  }

  private void crash(RunningService service) throws Exception {
    service.kill();
    ProcessHandle postgres = ProcessHandle.of(Long.parseLong(postmaster())).orElseThrow();
    service.killPostgres();
    postgres.onExit().join();
    Files.createFile(cluster("recovery.signal"));
    Files.writeString(cluster("postgresql.auto.conf"), SLOW_RECOVERY, APPEND);
  }

  private String postmaster() throws IOException {
    return Files.readAllLines(cluster("postmaster.pid")).get(0).strip();
  }

  private Path cluster(String name) {
    return folder.resolve("data/postgresql/cluster").resolve(name);
  }

  private int missed(RunningService service, String pbxId) throws Exception {
    return get(
        service,
        "/notify/%s?event=incoming_call_end&time=2026-11-20T06:00:30Z&pbx_id=%s&caller=%%2B375290001111&status=missed"
            .formatted(RunningService.TOKEN, pbxId));
  }

  private int get(RunningService service, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + service.port() + path);
    return client
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
        .statusCode();
  }
}
