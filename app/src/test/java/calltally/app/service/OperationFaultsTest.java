package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;

import calltally.app.testing.TestConsole;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Faults while an administrator works: full disks under a backup and a rebuild, and PostgreSQL
 * killed under the tasks of a service.
 *
 * <p>Mounts file systems: only the profile {@code faults} runs it, as root.
 */
@Tag("faults")
final class OperationFaultsTest {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String CALLS = "select pbx_id, outcome from analytics.call order by 1";

  @TempDir private Path folder;

  private final Deque<AutoCloseable> open = new ArrayDeque<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void stop() throws Exception {
    for (AutoCloseable next : open) {
      next.close();
    }
  }

  @Test
  void a_backup_to_a_full_disk_leaves_nothing_and_the_next_one_works() throws Exception {
    SmallDisk backups = disk("backups", 64);
    RunningService service = serve();
    missed(service, "1");
    backups.fill();
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("backup", "backups/1.tar.gz")).isEqualTo(SOFTWARE);
    assertThat(console.err()).contains("the disk must have room");
    assertThat(folder.resolve("backups").toFile().list()).containsExactly("filler");
    backups.free();

    assertThat(console.run("backup", "backups/1.tar.gz")).as(console.err()).isEqualTo(OK);
  }

  @Test
  void a_rebuild_on_a_full_disk_changes_no_figure_and_the_next_one_works() throws Exception {
    SmallDisk disk = disk("data/postgresql", 400);
    RunningService service = serve();
    missed(service, "1");
    missed(service, "2");
    await().atMost(LIMIT).until(() -> service.query(CALLS).size() == 2);
    List<String> calls = service.query(CALLS);
    disk.fill();

    int rebuilt = new TestConsole(folder).run("refresh", "--rebuild");
    disk.free();

    await().atMost(LIMIT).ignoreExceptions().until(() -> service.query(CALLS).equals(calls));
    assertThat(rebuilt).as("a rebuild of two calls may need no room").isIn(OK, SOFTWARE);
    TestConsole console = new TestConsole(folder);
    assertThat(console.run("refresh", "--rebuild")).as(console.err()).isEqualTo(OK);
    assertThat(service.query(CALLS)).isEqualTo(calls);
  }

  @Test
  void every_task_of_a_service_goes_on_after_postgresql_was_killed() throws Exception {
    RunningService service = serve();
    missed(service, "1");
    await().atMost(LIMIT).until(() -> service.query(CALLS).size() == 1);
    for (int kill = 2; kill <= 4; kill++) {
      int calls = kill;
      service.killPostgres();
      missed(service, Integer.toString(kill));

      await().atMost(LIMIT).ignoreExceptions().until(() -> service.query(CALLS).size() == calls);
    }
  }

  private RunningService serve() throws IOException {
    RunningService service = new RunningService(folder, "");
    open.push(service::close);
    return service;
  }

  private SmallDisk disk(String at, int mebibytes) throws Exception {
    SmallDisk disk = SmallDisk.at(folder.resolve(at), mebibytes);
    open.push(disk::unmount);
    return disk;
  }

  /** A missed call, sent until the service has it. */
  private void missed(RunningService service, String pbxId) throws Exception {
    URI address =
        URI.create(
            "http://127.0.0.1:%d/notify/%s?event=incoming_call_end&time=2026-11-20T06:00:30Z&pbx_id=%s&caller=%%2B375290001111&status=missed"
                .formatted(service.port(), RunningService.TOKEN, pbxId));
    HttpRequest request = HttpRequest.newBuilder(address).build();
    assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(200);
  }
}
