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
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services in processes of their own on one database. */
final class SeveralServicesTest {

  private static final Duration PROMISE = Duration.ofSeconds(10);
  private static final String HOLDERS =
      "select pid from pg_locks where locktype = 'advisory' and granted"
          + " and classid = hashtext('calltally.refresh')::oid"
          + " and database = (select oid from pg_database where datname = current_database())";

  @TempDir private Path folder;

  private final TestDatabase database = TestDatabase.create();
  private final DSLContext sql = DSL.using(database.owner(), SQLDialect.POSTGRES);
  private final List<Process> services = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void end() throws InterruptedException {
    for (Process service : services) {
      service.destroyForcibly().waitFor();
    }
    database.close();
  }

  @Test
  void two_services_store_each_notification_once_and_one_takes_over_from_the_other()
      throws Exception {
    URI first = serve("first");
    await().atMost(Duration.ofMinutes(1)).until(() -> sql.fetch(HOLDERS).size() == 1);
    Object holder = sql.fetchValue(HOLDERS);
    URI second = serve("second");

    assertThat(post(first, "call-1")).isEqualTo(200);
    assertThat(post(second, "call-1")).isEqualTo(200);
    assertThat(post(second, "call-2")).isEqualTo(200);

    await().atMost(Duration.ofMinutes(1)).until(() -> calls() == 2);
    assertThat(sql.fetchValue("select sum(deliveries)::integer from journal.duplicate"))
        .isEqualTo(1);
    assertThat(sql.fetchValue(HOLDERS)).isEqualTo(holder);

    services.get(0).destroyForcibly().waitFor();

    await()
        .atMost(PROMISE)
        .until(() -> sql.fetch(HOLDERS).size() == 1 && !holder.equals(sql.fetchValue(HOLDERS)));
    assertThat(post(second, "call-3")).isEqualTo(200);
    await().atMost(Duration.ofMinutes(1)).until(() -> calls() == 3);
  }

  private void configure(Path own) throws IOException {
    Files.writeString(
        own.resolve("calltally.yaml"),
        """
        http: {port: 0}
        database: {url: "%s", user: postgres}
        sources: [{name: main, zone: Europe/Minsk, tokens: [a-token-of-twenty-two]}]
        """
            .formatted(database.address().url()));
  }

  /** Starts a service in its own folder, as two receivers cannot share a spool. */
  private URI serve(String name) throws IOException {
    Path own = Files.createDirectory(folder.resolve(name));
    configure(own);
    CommandProcess serve = CommandProcess.start(own, "serve");
    services.add(serve.process());
    String line = serve.process().inputReader().readLine();
    assertThat(line).as(serve.errors()).startsWith("Receiving at ");
    String address = line.replaceAll("Receiving at (\\S+) .*", "$1");
    return URI.create(address + "/notify/a-token-of-twenty-two");
  }

  private int post(URI address, String pbxId) throws IOException, InterruptedException {
    URI notification =
        URI.create(
            address + "?event=outgoing_call_start&time=2026-11-20T06:00:00Z&pbx_id=" + pbxId);
    HttpRequest request = HttpRequest.newBuilder(notification).build();
    return client.send(request, BodyHandlers.discarding()).statusCode();
  }

  private int calls() {
    return sql.fetchCount(DSL.table("calls.call"));
  }
}
