package calltally.ingest.receiver;

import static calltally.ingest.receiver.RunningReceiver.NOTIFY;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.ingest.testing.IngestDatabase;
import calltally.sql.testing.Eventually;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Batches that may have been committed, while the spool cannot keep their rows. */
final class UnknownOutcomeTest {

  private static final String JOURNAL = "journal.notification";
  private static final String STORED = "calltally_stored_total 1.0";
  private static final String UNAVAILABLE = "calltally_refused_total{reason=\"unavailable\"} ";
  private static final String END_BLOCKED_STATEMENT =
      """
      select count(pg_terminate_backend(l.pid))
      from pg_locks as l
      join pg_database as d on d.oid = l.database
      where not l.granted and d.datname = current_database()
      """;

  private final RunningReceiver server = new RunningReceiver();
  private final IngestDatabase database = server.database();
  private final Path away = database.spool().resolveSibling(database.spool().getFileName() + "-x");

  @BeforeEach
  void breakSpool() throws IOException {
    Files.move(database.spool(), away);
  }

  @AfterEach
  void stop() throws IOException {
    Files.move(away, database.spool());
    server.close();
  }

  @Test
  void a_refused_notification_that_is_committed_later_counts_as_stored() throws Exception {
    database.whileLocked(
        JOURNAL, () -> assertThat(server.get(NOTIFY + "?event=test").statusCode()).isEqualTo(503));

    awaitMetric(STORED);
    assertThat(server.counters().text()).contains(UNAVAILABLE + "0.0");
    assertThat(database.count(JOURNAL)).isEqualTo(1);
  }

  @Test
  void its_repetition_is_a_duplicate() throws Exception {
    database.whileLocked(JOURNAL, () -> server.get(NOTIFY + "?event=test"));
    awaitMetric(STORED);

    assertThat(server.get(NOTIFY + "?event=test").statusCode()).isEqualTo(200);

    awaitMetric("calltally_duplicate_total 1.0");
    assertThat(database.count(JOURNAL)).isEqualTo(1);
  }

  @Test
  void a_refused_notification_whose_connection_broke_before_the_commit_counts_as_unavailable()
      throws Exception {
    database.whileLocked(
        JOURNAL,
        () -> {
          CompletableFuture<HttpResponse<String>> response = send();
          database.awaitBlockedStatement();
          assertThat(database.row(END_BLOCKED_STATEMENT)).containsExactly("1");
          assertThat(response.join().statusCode()).isEqualTo(503);
        });

    awaitMetric(UNAVAILABLE + "1.0");
    assertThat(server.counters().text()).contains("calltally_stored_total 0.0");
    assertThat(database.count(JOURNAL)).isZero();
  }

  private CompletableFuture<HttpResponse<String>> send() {
    HttpRequest request = HttpRequest.newBuilder(server.uri(NOTIFY + "?event=test")).build();
    return server.client().sendAsync(request, BodyHandlers.ofString());
  }

  private void awaitMetric(String line) {
    Eventually.until(() -> server.counters().text().lines().anyMatch(line::equals));
  }
}
