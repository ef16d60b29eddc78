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
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ExitCode;

/** A service whose connections reach a database that refuses writes, as after a failover. */
final class ReadOnlyDatabaseTest {

  private static final Duration TIMEOUT = Duration.ofMinutes(1);
  private static final String TOKEN = "a-token-of-twenty-two";
  private static final String CALL = "?event=outgoing_call_start&time=2026-11-20T06:00:00Z&pbx_id=";
  private static final String BREAK_CONNECTIONS =
      "select pg_terminate_backend(pid) from pg_stat_activity"
          + " where datname = current_database() and pid <> pg_backend_pid()";

  @TempDir private Path folder;

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);
  private final HttpClient client = HttpClient.newHttpClient();

  /** Opened while the database is writable, and so not affected. */
  private Connection primary;

  @BeforeEach
  void configure() throws IOException, SQLException {
    primary = database.owner().getConnection();
    Files.writeString(
        folder.resolve("calltally.yaml"),
        """
        http: {port: 0}
        database: {url: "%s", user: postgres}
        sources: [{name: main, zone: Europe/Minsk, tokens: [%s]}]
        """
            .formatted(database.address().url(), TOKEN));
  }

  @AfterEach
  void end() throws SQLException {
    primary.close();
    database.close();
  }

  @Test
  void connections_to_it_are_replaced_and_the_spool_takes_over_meanwhile() throws Exception {
    CommandProcess serve = CommandProcess.start(folder, "serve");
    try {
      String address = address(serve);
      assertThat(get(address + "/notify/" + TOKEN + CALL + 1).statusCode()).isEqualTo(200);

      execute("alter database %s set default_transaction_read_only = on");
      execute(BREAK_CONNECTIONS);
      await()
          .atMost(TIMEOUT)
          .until(() -> get(address + "/health/ready").body().contains("\"read-only\""));
      assertThat(get(address + "/notify/" + TOKEN + CALL + 2).statusCode()).isEqualTo(200);
      assertThat(sql.fetchCount(DSL.table("journal.notification"))).isEqualTo(1);

      execute("alter database %s reset default_transaction_read_only");
      await().atMost(TIMEOUT).until(() -> sql.fetchCount(DSL.table("journal.notification")) == 2);
      await().atMost(TIMEOUT).until(() -> get(address + "/health/ready").statusCode() == 200);
      await().atMost(TIMEOUT).until(() -> sql.fetchCount(DSL.table("calls.call")) == 2);
    } finally {
      serve.process().destroyForcibly().waitFor();
    }
  }

  @Test
  void a_service_that_starts_meanwhile_spools_and_stores_later() throws Exception {
    new TestConsole(folder).run("refresh");
    execute("alter database %s set default_transaction_read_only = on");
    CommandProcess serve = CommandProcess.start(folder, "serve");
    try {
      String address = address(serve);
      assertThat(get(address + "/notify/" + TOKEN + CALL + 1).statusCode()).isEqualTo(200);
      assertThat(get(address + "/health/ready").statusCode()).isEqualTo(503);

      execute("alter database %s reset default_transaction_read_only");

      await().atMost(TIMEOUT).until(() -> sql.fetchCount(DSL.table("calls.call")) == 1);
    } finally {
      serve.process().destroyForcibly().waitFor();
    }
  }

  @Test
  void check_says_so() throws Exception {
    TestConsole console = new TestConsole(folder);
    console.run("refresh");
    execute("alter database %s set default_transaction_read_only = on");

    assertThat(console.run("check")).isEqualTo(ExitCode.SOFTWARE);

    assertThat(console.out().lines())
        .contains(
            "failed   server         the database refuses all writes (default_transaction_read_only"
                + " is on); switch that off, or set the address of another server");
  }

  private void execute(String statement) throws SQLException {
    try (Statement executed = primary.createStatement()) {
      executed.execute(statement.formatted(sql.fetchValue("select current_database()")));
    }
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
