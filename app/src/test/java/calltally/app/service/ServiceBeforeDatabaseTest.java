package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calltally.app.testing.CommandProcess;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ExitCode;

/** A service that starts before its external database. */
final class ServiceBeforeDatabaseTest {

  private static final String CALL =
      "?event=outgoing_call_start&time=2026-11-20T06:00:00Z&pbx_id=1";
  private static final Pattern PORT = Pattern.compile("(?<=:)\\d+(?=/)");

  @TempDir private Path folder;

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);
  private final HttpClient client = HttpClient.newHttpClient();
  private DelayedDatabaseProxy late;

  @BeforeEach
  void configure() throws IOException {
    Matcher port = PORT.matcher(database.address().url());
    assertThat(port.find()).isTrue();
    late = new DelayedDatabaseProxy(Integer.parseInt(port.group()));
    Files.writeString(
        folder.resolve("calltally.yaml"),
        """
        http: {port: 0}
        database: {url: "%s", user: postgres}
        sources: [{name: main, zone: Europe/Minsk, tokens: [a-token-of-twenty-two]}]
        """
            .formatted(port.replaceFirst(String.valueOf(late.port()))));
  }

  @AfterEach
  void end() throws IOException {
    late.close();
    database.close();
  }

  @Test
  void notifications_received_before_the_database_starts_are_stored_later() throws Exception {
    CommandProcess serve = CommandProcess.start(folder, "serve");
    try {
      String address = address(serve);

      assertThat(get(address + "/health/ready")).isEqualTo(503);
      assertThat(get(address + "/notify/somebody-else-s-token" + CALL)).isEqualTo(404);
      assertThat(get(address + "/notify/a-token-of-twenty-two" + CALL)).isEqualTo(200);
      late.arrive();

      await()
          .atMost(Duration.ofMinutes(1))
          .until(() -> sql.fetchCount(DSL.table("calls.call")) == 1);
      assertThat(get(address + "/health/ready")).isEqualTo(200);
    } finally {
      serve.process().destroyForcibly().waitFor();
    }
  }

  @Test
  void without_configured_sources_the_service_does_not_start() throws Exception {
    CommandProcess serve =
        CommandProcess.start(
            Files.createDirectory(folder.resolve("bare")),
            "serve",
            "--database-url",
            "jdbc:postgresql://127.0.0.1:" + late.port() + "/calltally");

    assertThat(serve.process().waitFor()).isEqualTo(ExitCode.SOFTWARE);
    assertThat(serve.errors()).contains("cannot use the database");
  }

  private static String address(CommandProcess serve) throws IOException {
    String line = serve.process().inputReader().readLine();
    assertThat(line).as(serve.errors()).startsWith("Receiving at ");
    return line.replaceAll("Receiving at (\\S+) .*", "$1");
  }

  private int get(String address) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }
}
