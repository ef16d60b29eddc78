package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calltally.app.testing.CommandProcess;
import calltally.app.testing.TestConsole;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ExitCode;

/** What other programs may change under a running service, each in its own process. */
@Timeout(300)
final class ServedSourcesTest {

  private static final String MAIN = "first-token-of-twenty-two";
  private static final String OTHER = "other-token-of-twenty-two";
  private static final String CALL =
      "?event=outgoing_call_start&time=2026-11-20T06:00:00Z&pbx_id=1";

  @TempDir private Path folder;

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);
  private final HttpClient client = HttpClient.newHttpClient();
  private final List<Process> services = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (Process service : services) {
      service.destroyForcibly().waitFor();
    }
    database.close();
  }

  @Test
  void a_second_service_with_other_sources_is_refused_while_the_first_one_lives() throws Exception {
    CommandProcess first = serve(configure("first", "main", MAIN));
    String address = address(first);
    for (Path other : List.of(configure("a", "other", OTHER), configure("b", "main", OTHER))) {
      CommandProcess second = serve(other);

      assertThat(second.process().waitFor()).isEqualTo(ExitCode.SOFTWARE);
      assertThat(second.errors())
          .contains("cannot apply the configured sources")
          .contains("source main of a running service (calltally serve, process")
          .contains("serve --replace-sources");
    }
    assertThat(post(address, MAIN)).isEqualTo(200);

    first.process().destroyForcibly().waitFor();
    CommandProcess second = serve(folder.resolve("a"));

    String next = address(second);
    assertThat(post(next, OTHER)).isEqualTo(200);
    assertThat(post(next, MAIN)).isEqualTo(404);
  }

  @Test
  void a_service_replaces_sources_if_asked_and_the_other_one_logs_the_loss() throws Exception {
    CommandProcess first = serve(configure("first", "main", MAIN));
    String address = address(first);

    CommandProcess second = serve(configure("second", "other", OTHER), "--replace-sources");

    assertThat(post(address(second), OTHER)).isEqualTo(200);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> first.errors().contains("source main: another service took it away"));
    await().atMost(Duration.ofMinutes(1)).until(() -> post(address, MAIN) == 404);
  }

  @Test
  void commands_with_another_configuration_change_nothing_under_a_running_service()
      throws Exception {
    String address = address(serve(configure("first", "main", MAIN)));
    Path other = configure("second", "other", OTHER);
    Files.writeString(other.resolve("empty.jsonl"), "");
    String before = settings();

    TestConsole console = new TestConsole(other);
    assertThat(console.run("import", "--source", "main", "empty.jsonl"))
        .isEqualTo(ExitCode.SOFTWARE);
    assertThat(console.err())
        .endsWith("empty.jsonl: the file is empty, or has nothing but blank lines\n");
    assertThat(console.run("sql", "select count(*) from analytics.call")).isZero();
    assertThat(console.run("refresh", "--rebuild")).as(console.err()).isZero();
    assertThat(console.run("source", "list")).isZero();
    assertThat(console.run("deliveries")).isZero();

    assertThat(settings()).isEqualTo(before);
    assertThat(post(address, MAIN)).isEqualTo(200);
  }

  @Test
  void the_first_service_that_starts_again_after_a_kill_needs_no_permission() throws Exception {
    Path own = configure("first", "main", MAIN);
    CommandProcess first = serve(own);
    address(first);
    address(serve(configure("second", "main", MAIN)));
    first.process().destroyForcibly().waitFor();

    assertThat(post(address(serve(own)), MAIN)).isEqualTo(200);
  }

  /** A service's own folder, as two receivers cannot share a spool. */
  private Path configure(String name, String source, String token) throws IOException {
    Path own = Files.createDirectory(folder.resolve(name));
    Files.writeString(
        own.resolve("calltally.yaml"),
        """
        http: {port: 0}
        database: {url: "%s", user: postgres}
        sources: [{name: %s, zone: Europe/Minsk, tokens: [%s]}]
        """
            .formatted(database.address().url(), source, token));
    return own;
  }

  private CommandProcess serve(Path own, String... options) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("serve"));
    arguments.addAll(List.of(options));
    CommandProcess serve = CommandProcess.start(own, arguments.toArray(String[]::new));
    services.add(serve.process());
    return serve;
  }

  private static String address(CommandProcess serve) throws IOException {
    String line = serve.process().inputReader().readLine();
    assertThat(line).as(serve.errors()).startsWith("Receiving at ");
    return line.replaceAll("Receiving at (\\S+) .*", "$1");
  }

  private int post(String address, String token) throws IOException, InterruptedException {
    URI notification = URI.create(address + "/notify/" + token + CALL);
    HttpRequest request = HttpRequest.newBuilder(notification).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private String settings() {
    return sql.fetch("select * from config.source").formatCSV()
        + sql.fetch("select * from config.source_token").formatCSV();
  }
}
