package calltally.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.sql.testing.Eventually;
import calltally.sql.testing.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ReusedSessionsTest {

  private static final String SESSION = "select pg_backend_pid()";

  private TestDatabase database;
  private ReusedSessions sessions;

  @BeforeEach
  void create() {
    database = TestDatabase.create();
    sessions = new ReusedSessions();
    sessions.setUrl(database.address().url());
    sessions.setUser(database.address().user());
  }

  @AfterEach
  void close() {
    sessions.close();
    database.close();
  }

  @Test
  void a_session_is_used_again_and_never_by_two_at_once() throws SQLException {
    String first = asked(SESSION);
    try (Connection one = sessions.getConnection();
        Connection other = sessions.getConnection()) {
      assertThat(asked(one, SESSION)).isEqualTo(first);
      assertThat(asked(other, SESSION)).isNotEqualTo(first);
    }
  }

  @Test
  void what_was_set_locked_and_prepared_is_gone() throws SQLException {
    sessions.setOptions("-c role=calltally_report -c statement_timeout=1h");
    try (Connection connection = sessions.getConnection()) {
      execute(connection, "reset role");
      execute(connection, "set statement_timeout = '2h'");
      execute(connection, "create temp table leftover ()");
      execute(connection, "prepare leftover as select 1");
      execute(connection, "select pg_advisory_lock(1)");
      connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE);
    }

    assertThat(asked("select current_user")).isEqualTo("calltally_report");
    assertThat(asked("show statement_timeout")).isEqualTo("1h");
    assertThat(asked("select count(*) from pg_class where relname = 'leftover'")).isEqualTo("0");
    assertThat(asked("select count(*) from pg_prepared_statements")).isEqualTo("0");
    assertThat(asked("select count(*) from pg_locks where locktype = 'advisory'")).isEqualTo("0");
    assertThat(asked("show transaction_isolation")).isEqualTo("read committed");
  }

  @Test
  void what_was_not_committed_is_rolled_back() throws SQLException {
    try (Connection connection = sessions.getConnection()) {
      connection.setAutoCommit(false);
      execute(connection, "create table leftover ()");
    }

    assertThat(asked("select to_regclass('leftover')")).isNull();
  }

  @Test
  void sessions_that_only_read_stay_so() throws SQLException {
    sessions.setReadOnly(true);
    sessions.setReadOnlyMode("always");
    String first = asked(SESSION);

    assertThat(asked(SESSION)).isEqualTo(first);
    assertThat(asked("show transaction_read_only")).isEqualTo("on");
    assertThatThrownBy(() -> asked("create table forbidden ()"))
        .hasMessageContaining("read-only transaction");
  }

  @Test
  void a_session_that_the_server_has_ended_is_replaced() throws SQLException {
    String ended = asked(SESSION);
    try (Connection other = database.owner().getConnection()) {
      asked(other, "select pg_terminate_backend(" + ended + ", 60000)");
    }

    assertThat(asked(SESSION)).isNotEqualTo(ended);
  }

  @Test
  void closing_twice_gives_a_session_back_once() throws SQLException {
    Connection connection = sessions.getConnection();
    connection.close();
    connection.close();

    try (Connection one = sessions.getConnection();
        Connection other = sessions.getConnection()) {
      assertThat(asked(one, SESSION)).isNotEqualTo(asked(other, SESSION));
    }
    assertThat(connection.isClosed()).isTrue();
  }

  @Test
  void sessions_end_with_their_source() throws SQLException {
    Connection open = sessions.getConnection();
    String late = asked(open, SESSION);
    String idle = asked(SESSION);

    sessions.close();
    Eventually.until(() -> !isRunning(idle));
    assertThat(isRunning(late)).isTrue();

    open.close();
    Eventually.until(() -> !isRunning(late));
  }

  private boolean isRunning(String session) {
    try (Connection other = database.owner().getConnection()) {
      return asked(other, "select count(*) from pg_stat_activity where pid = " + session)
          .equals("1");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private String asked(String query) throws SQLException {
    try (Connection connection = sessions.getConnection()) {
      return asked(connection, query);
    }
  }

  private static String asked(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
