package calltally.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.app.configuration.ConfigurationFile;
import calltally.sql.DatabaseRole;
import calltally.sql.testing.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** The connections of the tasks that a service repeats. */
final class TaskConnectionsTest {

  @TempDir private Path folder;

  @Test
  void a_statement_ends_after_5_minutes_and_waiting_for_its_session_after_6() throws Exception {
    Path file = folder.resolve("calltally.yaml");
    Files.writeString(file, "sources: [{name: main, zone: Europe/Minsk, region: BY}]\n");
    try (TestDatabase database = TestDatabase.create();
        CallDatabase opened =
            CallDatabase.open(
                ResolvedSettings.of(
                    new ConfigurationFile(Map.of(), ZoneId.of("Europe/Minsk")).read(file),
                    true,
                    database.address().url(),
                    Map.of("CALLTALLY_DATABASE_USER", database.address().user())))) {
      PGSimpleDataSource tasks = (PGSimpleDataSource) opened.forTasks(DatabaseRole.REPORT);
      DSLContext sql = DSL.using(tasks, SQLDialect.POSTGRES);

      assertThat(sql.fetchValue("show statement_timeout")).isEqualTo("5min");
      assertThat(sql.fetchValue("select current_user")).isEqualTo("calltally_report");
      assertThat(tasks.getSocketTimeout()).isEqualTo(6 * 60);
    }
  }

  @Test
  void the_connection_to_a_session_that_hangs_alone_is_closed() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      PGSimpleDataSource impatient = new PGSimpleDataSource();
      impatient.setUrl(database.address().url());
      impatient.setUser(database.address().user());
      impatient.setSocketTimeout(1);
      DSLContext others = DSL.using(database.owner(), SQLDialect.POSTGRES);
      try (var connection = impatient.getConnection();
          var statement = connection.createStatement()) {
        int session =
            DSL.using(connection).fetchSingle("select pg_backend_pid()").get(0, int.class);
        signal("STOP", session);
        try {
          assertThatThrownBy(() -> statement.execute("select 1"))
              .isInstanceOf(SQLException.class)
              .extracting(e -> ((SQLException) e).getSQLState())
              .isEqualTo("08006");
          assertThat(others.fetchValue("select 1")).isEqualTo(1);
        } finally {
          signal("CONT", session);
        }
      }
    }
  }

  private static void signal(String signal, int pid) throws Exception {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).inheritIO().start().waitFor();
  }
}
