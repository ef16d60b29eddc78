package calltally.sql.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import calltally.sql.DatabaseAddress;
import calltally.sql.Schema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

/** kill -9 of PostgreSQL while the schema is being migrated. */
@Tag("faults")
@Timeout(300)
final class MigrationFaultsTest {

  private static final String OBJECTS =
      """
      select md5(string_agg(n.nspname || '.' || c.relname || c.relkind::text, ',' order by n.nspname, c.relname))
      from pg_class as c
      join pg_namespace as n on n.oid = c.relnamespace
      where n.nspname in ('config', 'journal', 'calls', 'stats', 'analytics', 'ledger', 'web')
      """;

  @TempDir private Path folder;

  private final ExecutorService thread = Executors.newSingleThreadExecutor();

  @AfterEach
  void end() {
    thread.shutdownNow();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 150})
  void a_migration_that_is_killed_is_completed_by_the_next_start(int steps) throws Exception {
    DataFolder data = DataFolder.withCluster(folder);
    try (EmbeddedCluster cluster = EmbeddedCluster.open(data.path())) {
      Future<?> migrating = thread.submit(() -> Schema.migrate(connections(cluster)));
      await()
          .pollInterval(Duration.ofMillis(5))
          .atMost(Duration.ofMinutes(1))
          .until(() -> applied(cluster.address()) >= steps);
      ProcessHandle server = data.serverProcess();
      server.destroyForcibly();
      server.onExit().join();
      assertThatThrownBy(migrating::get).isInstanceOf(ExecutionException.class);
      cluster.ensureRunning();

      Schema.migrate(connections(cluster));

      DataFolder.ask(cluster.address(), "create database untouched owner calltally_owner");
      PGSimpleDataSource untouched = connections(cluster);
      untouched.setDatabaseName("untouched");
      Schema.migrate(untouched);
      DatabaseAddress other =
          new DatabaseAddress(
              cluster.address().url().replaceFirst("/[^/]*$", "/untouched"),
              cluster.address().user(),
              cluster.address().password());
      assertThat(DataFolder.ask(cluster.address(), OBJECTS))
          .isEqualTo(DataFolder.ask(other, OBJECTS));
    } finally {
      data.removeBinaries();
    }
  }

  private static int applied(DatabaseAddress address) {
    try {
      return Integer.parseInt(
          DataFolder.ask(address, "select count(*) from flyway.flyway_schema_history"));
    } catch (SQLException notYet) {
      return 0;
    }
  }

  private static PGSimpleDataSource connections(EmbeddedCluster cluster) {
    PGSimpleDataSource connections = new PGSimpleDataSource();
    connections.setUrl(cluster.address().url());
    connections.setUser(cluster.address().user());
    connections.setPassword(cluster.address().password());
    connections.setOptions("-c role=calltally_owner");
    return connections;
  }
}
