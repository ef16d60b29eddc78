package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static picocli.CommandLine.ExitCode.OK;

import calltally.app.testing.TestConsole;
import calltally.sql.DatabaseAddress;
import calltally.sql.embedded.EmbeddedCluster;
import calltally.sql.testing.Eventually;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real service on its embedded PostgreSQL, and commands next to it, need no superuser. */
final class OrdinaryLoginTest {

  private static final String SESSIONS =
      """
      select distinct r.rolname || case when r.rolsuper then ' (superuser)' else '' end
      from pg_stat_activity as a
      join pg_roles as r on r.oid = a.usesysid
      where a.backend_type = 'client backend'
          and a.pid <> pg_backend_pid()
      """;
  private static final String CALL =
      """
      {"event":"incoming_call_start","time":"2026-11-20T06:00:00Z","pbx_id":"%1$s","caller":"+37529000%1$s","receiver":"+375290000001"}
      {"event":"incoming_call_end","time":"2026-11-20T06:00:30Z","pbx_id":"%1$s","caller":"+37529000%1$s","receiver":"+375290000001","status":"MISSED"}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;
  private final TestConsole console;
  private RunningService service;

  OrdinaryLoginTest(@TempDir Path folder) {
    this.folder = folder;
    console = new TestConsole(folder);
  }

  @BeforeEach
  void serve() throws IOException {
    service = new RunningService(folder, "");
  }

  @AfterEach
  void end() throws InterruptedException {
    service.close();
  }

  @Test
  void the_sessions_of_a_service_are_no_superusers() throws Exception {
    receive("1001");
    service.refresh();

    assertThat(sessions()).containsExactly("calltally_owner");
    assertThat(service.query("select pbx_id, outcome from analytics.call"))
        .containsExactly("1001,missed");
  }

  @Test
  void every_command_works_next_to_it() throws Exception {
    Files.writeString(
        folder.resolve("calls.jsonl"), CALL.formatted("2001") + CALL.formatted("2002"));
    works("import", "calls.jsonl");
    works("refresh", "--rebuild");
    works("report", "daily", "--date", "2026-11-20", "--format", "json", "--out", "reports");
    works("rejected", "list");
    works("retention");
    works("customer", "erase", "+375290002001", "--yes");
    works("customer", "export", "+375290002002");
    works("deliveries");
    works("source", "list");
    works("directory", "list");
    works("export", "--notifications");
    console.run("check");
    assertThat(console.out())
        .contains("each role has the rights that it needs, and no others")
        .contains("encoding, connections and rights of the user are right");
    works("backup", "backup.tar.gz");

    assertThat(service.query("select pbx_id from analytics.call where customer ~ '^~'"))
        .containsExactly("2001");
    // PostgreSQL ends a session a moment after the program that closes it, this one, too.
    Eventually.until(() -> sessions().equals(List.of("calltally_owner")));
  }

  /** Those who are logged in, as a superuser sees them. */
  private List<String> sessions() {
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.resolve("data"))) {
      DatabaseAddress superuser = cluster.address();
      return DSL.using(superuser.url(), superuser.user(), superuser.password())
          .fetch(SESSIONS)
          .getValues(0, String.class);
    }
  }

  private void works(String... arguments) {
    assertThat(console.run(arguments))
        .as("%s: %s%s", String.join(" ", arguments), console.err(), console.out())
        .isEqualTo(OK);
  }

  private void receive(String pbxId) throws Exception {
    URI address =
        URI.create(
            "http://127.0.0.1:%d/notify/%s?event=incoming_call_end&time=2026-11-20T06:00:30Z&pbx_id=%s&caller=%%2B375290001111&status=missed"
                .formatted(service.port(), RunningService.TOKEN, pbxId));
    assertThat(
            client
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode())
        .isEqualTo(200);
  }
}
