package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;

import calltally.app.testing.CommandProcess;
import calltally.app.testing.TestConsole;
import calltally.sql.testing.MigratedFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program whose database is a PostgreSQL in recovery. */
final class StandbyTest {

  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final String TOKEN = "a-token-of-twenty-two";
  private static final String NOTIFICATION =
      "{\"event\":\"outgoing_call_start\",\"time\":\"2026-11-19T06:00:00Z\",\"pbx_id\":\"1\"}\n";
  private static final String CALL =
      "/notify/" + TOKEN + "?event=outgoing_call_start&time=2026-11-20T06:00:00Z&pbx_id=";

  @TempDir private Path folder;

  private final HttpClient client = HttpClient.newHttpClient();
  private StandbyServer standby;

  @BeforeEach
  void replicate() throws IOException {
    Path primary = Files.createDirectory(folder.resolve("primary"));
    MigratedFolder.copyTo(primary.resolve("data"));
    TestConsole console = new TestConsole(primary).typing(NOTIFICATION);
    assertThat(console.run("import", "-")).as(console.err()).isEqualTo(OK);
    standby = StandbyServer.copyOf(primary.resolve("data"), folder.resolve("standby"));
    Files.writeString(
        folder.resolve("calltally.yaml"),
        """
        http: {port: 0}
        %s
        sources: [{name: main, zone: Europe/Minsk, tokens: [%s]}]
        """
            .formatted(standby.configuration(), TOKEN));
  }

  @AfterEach
  void stop() {
    standby.close();
  }

  @Test
  void check_names_the_standby_and_a_service_spools_until_it_is_promoted() throws Exception {
    TestConsole console = new TestConsole(folder);
    assertThat(console.run("check")).isEqualTo(SOFTWARE);
    assertThat(console.out().lines())
        .contains(
            "failed   server         the database is a standby, which refuses all writes; set the"
                + " address of the primary, or list all servers and add targetServerType=primary");

    CommandProcess serve = CommandProcess.start(folder, "serve");
    try {
      String address = address(serve);
      assertThat(get(address + CALL + 2).statusCode()).isEqualTo(200);
      HttpResponse<String> readiness = get(address + "/health/ready");
      assertThat(readiness.statusCode()).isEqualTo(503);
      assertThat(readiness.body()).contains("\"read-only\"");
      assertThat(isStored(console)).as(console.err()).isFalse();

      standby.promote();

      await().atMost(TIMEOUT).until(() -> get(address + "/health/ready").statusCode() == 200);
      await().atMost(TIMEOUT).until(() -> isStored(console));
    } finally {
      serve.process().destroyForcibly().waitFor();
    }
  }

  private static boolean isStored(TestConsole console) {
    console.run("sql", "--csv", "select pbx_id from analytics.call where pbx_id = '2'");
    return console.out().lines().count() == 2;
  }

  private static String address(CommandProcess serve) throws IOException {
    String line = serve.process().inputReader().readLine();
    assertThat(line).as(serve.errors()).startsWith("Receiving at ");
    return line.replaceAll("Receiving at (\\S+) .*", "$1");
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return client.send(request, BodyHandlers.ofString());
  }
}
