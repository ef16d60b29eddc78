package calltally.app.container;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image that {@code ./dev image} builds, as docs/container.md says to run it. */
@Tag("systems")
final class ContainerTest {

  private static final int OWN_USER = 900;
  private static final int OTHER_USER = 4711;
  private static final int KILLED = 137;
  private static final String TOKEN = "a-token-of-twenty-two";
  private static final String NEXT = "localhost/calltally:next";
  private static final long LARGEST = 400_000_000;

  @TempDir private Path folder;

  @Test
  void from_an_empty_folder_to_a_report_and_a_kill_loses_nothing() throws Exception {
    Path volume = folder.resolve("volume");
    try (Container container = Container.run(Container.IMAGE, volume, OWN_USER)) {
      URI address = container.address();
      assertThat(container.log()).contains("INFO  Receiver receiving notifications");
      postCalls(container, address, 0, 20);
      container.calltally("refresh");
      String report =
          container.calltally("report", "daily", "--date", "2026-11-20", "--out", "reports");
      assertThat(Files.readAllBytes(volume.resolve(report.strip())))
          .startsWith("%PDF-".getBytes(UTF_8));

      postCalls(container, address, 20, 40);
      container.kill();
      container.startAgain();

      assertThat(notifications(container)).isEqualTo(40);
      postCalls(container, address, 40, 41);
      assertThat(container.stop()).isNotEqualTo(KILLED);
    }
  }

  @Test
  void a_configuration_and_secrets_are_files_and_any_user_will_do() throws Exception {
    Path secrets = Files.createDirectories(folder.resolve("secrets"));
    Files.writeString(secrets.resolve("CALLTALLY_TOKEN"), TOKEN + "\n");
    Path configuration =
        Files.writeString(
            folder.resolve("calltally.yaml"),
            """
            data: /var/lib/calltally
            http: {host: 0.0.0.0, port: "${CALLTALLY_PORT}"}
            sources: [{name: main, zone: "${ZONE}", tokens: ["${CALLTALLY_TOKEN}"]}]
            """);

    try (Container container =
        Container.run(
            Container.IMAGE,
            folder.resolve("volume"),
            OTHER_USER,
            "--passwd=false",
            "--env",
            "ZONE=Europe/Minsk",
            "--volume",
            secrets + ":/run/secrets:ro",
            "--volume",
            configuration + ":/etc/calltally/calltally.yaml:ro")) {
      postCalls(container, container.address(TOKEN), 0, 1);

      assertThat(container.log()).doesNotContain(TOKEN);
      assertThat(container.calltally("source", "list")).contains("main", "Europe/Minsk");
      assertThat(container.stop()).isNotEqualTo(KILLED);
    }
  }

  @Test
  void another_image_goes_on_with_the_volume() throws Exception {
    Path volume = folder.resolve("volume");
    URI address;
    try (Container container = Container.run(Container.IMAGE, volume, OWN_USER)) {
      address = container.address();
      postCalls(container, address, 0, 5);
      container.commit(NEXT);
      container.stop();
    }

    try (Container container = Container.run(NEXT, volume, OWN_USER)) {
      String token = address.getPath().substring("/notify/".length());
      postCalls(container, container.address(token), 5, 6);
      assertThat(notifications(container)).isEqualTo(6);
    } finally {
      Container.podman("rmi", "--force", NEXT);
    }
  }

  @Test
  void it_is_healthy_while_its_database_answers() throws Exception {
    try (Container container = Container.run(Container.IMAGE, folder.resolve("volume"), OWN_USER)) {
      assertThat(container.isHealthy()).isTrue();

      container.signalPostgres("STOP");
      assertThat(container.isHealthy()).isFalse();

      container.signalPostgres("CONT");
      assertThat(container.isHealthy()).isTrue();
    }
  }

  @Test
  void the_image_is_small_and_holds_no_secret() throws Exception {
    String size =
        Container.podman("image", "inspect", "--format", "{{.Size}}", Container.IMAGE)
            .output()
            .strip();
    assertThat(Long.parseLong(size)).isLessThanOrEqualTo(LARGEST);
    assertThat(
            Container.podman("image", "inspect", "--format", "{{.User}}", Container.IMAGE).output())
        .isEqualTo("900:900\n");
  }

  private static void postCalls(Container container, URI address, int from, int until)
      throws Exception {
    for (int call : IntStream.range(from, until).toArray()) {
      String json =
          """
          {"event": "incoming_call_end", "time": "2026-11-20T06:00:%02dZ", "pbx_id": "1.%d",
           "caller": "+375290000101", "receiver": "+375290000001", "status": "noanswer"}"""
              .formatted(call, call);
      assertThat(container.post(address, json)).as(json).isEqualTo(200);
    }
  }

  private static long notifications(Container container) throws Exception {
    return container.calltally("export", "--notifications").lines().count();
  }
}
