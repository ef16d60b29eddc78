package calltally.app.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static picocli.CommandLine.ExitCode.OK;
import static picocli.CommandLine.ExitCode.SOFTWARE;

import calltally.app.testing.CommandProcess;
import calltally.app.testing.TestConsole;
import calltally.sql.embedded.EmbeddedCluster;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Faults while an administrator works: full disks under a backup, a rebuild and a migration, and
 * PostgreSQL killed or stopped under the tasks of a service.
 *
 * <p>Mounts file systems: only the profile {@code faults} runs it, as root.
 */
@Tag("faults")
final class OperationFaultsTest {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final String CALLS = "select pbx_id, outcome from analytics.call order by 1";

  private static final int MORE = 40_000;
  private static final String HISTORY =
      """
      insert into journal.notification (source_id, received_at, occurred_at, digest, event, pbx_id,
          caller, receiver, status, fields, method, channel, parser_version)
      select 1, at, at, sha256(convert_to(n::text, 'UTF8')), 'incoming_call_end', 'old-' || n,
          '+37529' || (1000000 + n), '+375290000001', 'missed', '{}', 'POST', 'http', 1
      from generate_series(1, %d) as n
      cross join lateral (
          select timestamptz '2026-11-01 06:00Z' + n * interval '20 seconds' as at) as t
      """;
  private static final String FIGURES =
      """
      select
          (select md5(string_agg(d::text, ';' order by d::text)) from analytics.daily_line as d),
          (select md5(string_agg(c::text, ';' order by c::text)) from analytics.call as c)
      """;

  private static final String UPGRADED =
      """
      insert into flyway.flyway_schema_history
      select 1 + max(installed_rank), '999', 'tomorrow', 'SQL', 'V999__tomorrow.sql', 0, 'x', now(), 1, true
      from flyway.flyway_schema_history
      """;
  private static final String SLEEPING =
      "select pid from pg_stat_activity where query like 'select pg_sleep%'";
  private static final String ERASING =
      "select pid from pg_stat_activity where query like '%erase_customer%' and pid <> pg_backend_pid()"
          + " and state <> 'idle'";

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
    SmallDisk disk = disk("data/postgresql", 600);
    RunningService service = serve();
    missed(service, "1");
    await().atMost(LIMIT).until(() -> service.query(CALLS).size() == 1);
    receiveMore();
    await().atMost(LIMIT).until(() -> service.query(CALLS).size() == 1 + MORE);
    List<String> figures = service.query(FIGURES);
    disk.fill();
    TestConsole console = new TestConsole(folder);

    assertThat(console.run("refresh", "--rebuild")).isEqualTo(SOFTWARE);
    disk.free();

    await().atMost(LIMIT).ignoreExceptions().until(() -> !service.query(CALLS).isEmpty());
    assertThat(service.query(FIGURES)).isEqualTo(figures);
    assertThat(console.run("refresh", "--rebuild")).as(console.err()).isEqualTo(OK);
    assertThat(service.query(FIGURES)).isEqualTo(figures);
  }

  /** So many that their second copy needs more room than PostgreSQL can set free. */
  private void receiveMore() {
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.resolve("data"))) {
      DSLContext owner = DSL.using(connections(cluster), SQLDialect.POSTGRES);
      owner.execute(HISTORY.formatted(MORE));
    }
  }

  @Test
  void a_migration_on_a_full_disk_is_completed_once_there_is_room() throws Exception {
    SmallDisk disk = disk("data/postgresql", 400);
    EmbeddedCluster.open(folder.resolve("data")).close();
    disk.fill();

    assertThat(new TestConsole(folder).run("refresh")).isEqualTo(SOFTWARE);
    disk.free();

    TestConsole console = new TestConsole(folder);
    assertThat(console.run("refresh")).as(console.err()).isEqualTo(OK);
    int unused = console.run("check");
    assertThat(console.out()).contains("ok       schema", "ok       grants", "ok       sums");
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

  @Test
  void tasks_and_queries_end_while_postgresql_hangs_and_go_on_when_it_runs_again()
      throws Exception {
    RunningService service = serve();
    missed(service, "1");
    await().atMost(LIMIT).until(() -> service.query(CALLS).size() == 1);
    CommandProcess query = CommandProcess.start(folder, "sql", "select pg_sleep(600)");
    await().atMost(LIMIT).until(() -> !service.query(SLEEPING).isEmpty());
    service.signalPostgres("STOP");
    missed(service, "2");

    assertThat(query.process().waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(query.process().exitValue()).as(query.errors()).isEqualTo(SOFTWARE);
    await().atMost(LIMIT).until(() -> service.log().contains("dispatch failed"));
    service.signalPostgres("CONT");

    await().atMost(LIMIT).ignoreExceptions().until(() -> service.query(CALLS).size() == 2);
  }

  @Test
  void an_older_service_goes_on_while_the_database_is_upgraded_and_does_not_start_again()
      throws Exception {
    RunningService service = serve();
    missed(service, "1");
    await().atMost(LIMIT).until(() -> service.query(CALLS).size() == 1);
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.resolve("data"))) {
      DSLContext owner = DSL.using(connections(cluster), SQLDialect.POSTGRES);
      owner.execute(UPGRADED);

      missed(service, "2");

      await().atMost(LIMIT).until(() -> owner.fetch(CALLS).size() == 2);
      TestConsole console = new TestConsole(folder);
      assertThat(console.run("check")).isEqualTo(SOFTWARE);
      assertThat(console.out()).contains("999");
      assertThat(service.end()).isZero();
      CommandProcess again = CommandProcess.start(folder, "serve");
      assertThat(again.process().waitFor()).isEqualTo(SOFTWARE);
      assertThat(again.errors()).contains("999");
    }
  }

  @Test
  void an_erasure_whose_process_was_killed_has_changed_nothing_and_can_be_repeated()
      throws Exception {
    RunningService service = serve();
    missed(service, "1");
    await().atMost(LIMIT).until(() -> service.query(CALLS).size() == 1);
    String customer = "select customer from analytics.call";
    String[] erase = {"customer", "erase", "+375290001111", "--yes"};
    try (EmbeddedCluster cluster = EmbeddedCluster.open(folder.resolve("data"));
        Connection holder = connections(cluster).getConnection()) {
      DSLContext owner = DSL.using(connections(cluster), SQLDialect.POSTGRES);
      holder.setAutoCommit(false);
      DSL.using(holder).execute("lock table calls.missed_call in share mode");
      CommandProcess killed = CommandProcess.start(folder, erase);
      await().atMost(LIMIT).until(() -> owner.fetch(ERASING).isNotEmpty());
      killed.process().destroyForcibly().waitFor();
      holder.rollback();
      await().atMost(LIMIT).until(() -> owner.fetch(ERASING).isEmpty());

      assertThat(service.query(customer)).containsExactly("+375290001111");
      TestConsole console = new TestConsole(folder);
      assertThat(console.run(erase)).as(console.err()).isEqualTo(OK);
      assertThat(service.query(customer)).singleElement().asString().startsWith("~");
      assertThat(console.run("customer", "erase-again", "data/erasures.tsv")).isEqualTo(OK);
    }
  }

  private static PGSimpleDataSource connections(EmbeddedCluster cluster) {
    PGSimpleDataSource connections = new PGSimpleDataSource();
    connections.setUrl(cluster.owner().url());
    connections.setUser(cluster.owner().user());
    connections.setPassword(cluster.owner().password());
    return connections;
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
