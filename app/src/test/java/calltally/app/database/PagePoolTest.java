package calltally.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.app.configuration.ConfigurationFile;
import calltally.sql.testing.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page's connections may do, and for how long. */
final class PagePoolTest {

  private final TestDatabase database = TestDatabase.create();
  private CallDatabase opened;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("calltally.yaml");
    Files.writeString(file, "sources: [{name: main, zone: Europe/Minsk, region: BY}]\n");
    opened =
        CallDatabase.open(
            ResolvedSettings.of(
                new ConfigurationFile(Map.of(), ZoneId.of("Europe/Minsk")).read(file),
                true,
                database.address().url(),
                Map.of("CALLTALLY_DATABASE_USER", database.address().user())));
  }

  @AfterEach
  void close() {
    opened.close();
    database.close();
  }

  @Test
  void figures_are_read_on_four_connections_that_write_nothing() throws Exception {
    try (HikariDataSource pool = PagePool.forFigures(opened);
        Connection connection = pool.getConnection()) {
      assertThat(pool.getMaximumPoolSize()).isEqualTo(4);
      assertThat(shown("current_user", connection)).isEqualTo("calltally_report");
      assertThat(shown("current_setting('transaction_read_only')", connection)).isEqualTo("on");
      assertThatThrownBy(() -> run("delete from web.session", connection))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void sessions_are_kept_on_two_connections_that_write_nothing_else() throws Exception {
    try (HikariDataSource pool = PagePool.forSessions(opened);
        Connection connection = pool.getConnection()) {
      assertThat(pool.getMaximumPoolSize()).isEqualTo(2);
      run("delete from web.session", connection);
      assertThatThrownBy(() -> run("delete from calls.call", connection))
          .hasMessageContaining("permission denied");
      assertThatThrownBy(() -> shown("count(*)::text from calls.call", connection))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void no_statement_takes_longer_than_3_seconds() throws Exception {
    try (HikariDataSource figures = PagePool.forFigures(opened);
        HikariDataSource sessions = PagePool.forSessions(opened);
        Connection figure = figures.getConnection();
        Connection session = sessions.getConnection()) {
      assertThat(shown("current_setting('statement_timeout')", figure)).isEqualTo("3s");
      assertThat(shown("current_setting('statement_timeout')", session)).isEqualTo("3s");
    }
  }

  private static String shown(String expression, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select " + expression)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void run(String sql, Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
