package calltally.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calltally.app.testing.TestConsole;
import calltally.sql.DatabaseAddress;
import calltally.sql.embedded.EmbeddedCluster;
import calltally.sql.testing.MigratedFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.ExitCode;

/** A malicious user with the analyst's password on the embedded database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AnalystLoginTest {

  private static final String UNBOUND =
      "set default_transaction_read_only = off; set transaction_read_only = off;"
          + " set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; ";

  private EmbeddedCluster cluster;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    Path data = folder.resolve("data");
    MigratedFolder.copyTo(data);
    cluster = EmbeddedCluster.open(data);
    assertThat(new TestConsole(folder).run("sql", "select current_user")).isEqualTo(ExitCode.OK);
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @Test
  void the_password_is_in_a_file_that_only_its_owner_can_read() throws Exception {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(passwordFile())))
        .isEqualTo("rw-------");
    assertThat(Files.readString(passwordFile()).strip()).isEqualTo(cluster.analystPassword());
    assertThat(ask("select current_user")).isEqualTo("analyst");
    assertThat(ask("select count(*) from analytics.call")).isEqualTo("0");
    assertThat(ask("show statement_timeout")).isEqualTo("10min");
    assertThat(ask("show temp_file_limit")).isEqualTo("4GB");
    assertThat(ask("show work_mem")).isEqualTo("16MB");
    assertThat(ask("select rolconnlimit from pg_roles where rolname = current_user"))
        .isEqualTo("20");
    assertThatThrownBy(() -> connect("calltally", cluster.address().password()))
        .hasMessageContaining("password authentication failed");
  }

  @Test
  void analyst_can_read_the_views_of_analytics_and_no_other_relation() throws SQLException {
    List<String> readable = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String relation : relations()) {
      if (fails("select from " + relation + " limit 0")) {
        others.add(relation);
      } else {
        readable.add(relation);
      }
    }
    assertThat(readable).hasSizeGreaterThanOrEqualTo(7).allMatch(r -> r.startsWith("analytics."));
    assertThat(others)
        .contains("config.source_token", "config.signing_secret", "journal.notification")
        .noneMatch(r -> r.startsWith("analytics."));
  }

  @Test
  void analyst_can_neither_write_nor_take_locks_or_privileges() throws SQLException {
    for (String attempt :
        List.of(
            "create table public.mine (a integer)",
            "create table analytics.mine (a integer)",
            "create temporary table mine (a integer)",
            "create schema mine",
            "create extension dblink",
            "create role friend",
            "alter role analyst superuser",
            "alter role analyst set temp_file_limit = -1",
            "set temp_file_limit = -1",
            "set role calltally",
            "set session authorization calltally",
            "update analytics.call set manager = 'x'",
            "delete from analytics.daily_manager",
            "select journal.append(" + "null, ".repeat(23) + "'[]')",
            "select calls.tries_since(1, 'x', now(), now())",
            "select lo_create(0)",
            "select lo_from_bytea(0, 'x')",
            "select pg_advisory_lock(1)",
            "select pg_current_xact_id()",
            "select txid_current()",
            "select pg_logical_emit_message(true, 'a', 'b')",
            "select pg_try_advisory_lock(hashtext('calltally.refresh'), 1)",
            "select pg_read_file('postgresql.conf')",
            "select rolpassword from pg_authid",
            "copy (select 1) to '/tmp/mine'",
            "copy (select 1) to program 'id'",
            "lock table analytics.call in access exclusive mode")) {
      assertThat(fails(attempt)).as(attempt).isTrue();
    }
  }

  @Test
  void analyst_can_neither_see_statements_of_others_nor_end_their_sessions() throws SQLException {
    try (Connection owner = owner();
        Statement busy = owner.createStatement()) {
      String pid = value(busy, "select pg_backend_pid()");

      assertThat(ask("select query from pg_stat_activity where pid = " + pid))
          .isEqualTo("<insufficient privilege>");
      assertThat(fails("select pg_terminate_backend(" + pid + ")")).isTrue();
    }
  }

  @Test
  void analyst_cannot_connect_to_another_database() {
    for (String database : List.of("postgres", "template1")) {
      assertThatThrownBy(() -> connect(database, cluster.analystPassword()))
          .hasMessageContaining("permission denied for database");
    }
  }

  @Test
  void a_transaction_that_analyst_never_ends_is_terminated() throws SQLException {
    try (Connection connection = connect("calltally", cluster.analystPassword());
        Statement analyst = connection.createStatement();
        Connection owner = owner();
        Statement service = owner.createStatement()) {
      analyst.execute(UNBOUND + "begin; select 1");

      assertThat(value(service, "select config.terminate_long_queries()")).isEqualTo("0");
      assertThat(value(service, atOnce(service))).isEqualTo("1");
      assertThatThrownBy(() -> analyst.execute("select 1")).isInstanceOf(SQLException.class);
    }
    assertThatCode(() -> ask("select 1")).doesNotThrowAnyException();
  }

  /** The function that the service calls, without the minimum age of 15 minutes. */
  private static String atOnce(Statement service) throws SQLException {
    return value(service, "select prosrc from pg_proc where proname = 'terminate_long_queries'")
        .replace("15 minutes", "0 minutes");
  }

  private List<String> relations() throws SQLException {
    List<String> relations = new ArrayList<>();
    try (Connection owner = owner();
        Statement statement = owner.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                select n.nspname || '.' || c.relname
                from pg_class as c
                join pg_namespace as n on n.oid = c.relnamespace
                where n.nspname !~ '^(pg_.*|information_schema)$'
                    and c.relkind in ('r', 'p', 'v', 'm')
                """)) {
      while (rows.next()) {
        relations.add(rows.getString(1));
      }
    }
    return relations;
  }

  private boolean fails(String attempt) throws SQLException {
    try (Connection connection = connect("calltally", cluster.analystPassword());
        Statement statement = connection.createStatement()) {
      try {
        statement.execute(UNBOUND + attempt);
        return false;
      } catch (SQLException e) {
        return true;
      }
    }
  }

  private String ask(String query) throws SQLException {
    try (Connection connection = connect("calltally", cluster.analystPassword());
        Statement statement = connection.createStatement()) {
      return value(statement, query);
    }
  }

  private static String value(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return String.valueOf(rows.getString(1));
    }
  }

  private Connection connect(String database, String password) throws SQLException {
    String url = cluster.address().url().replaceFirst("/[^/]*$", "/" + database);
    return DriverManager.getConnection(url, "analyst", password);
  }

  private Connection owner() throws SQLException {
    DatabaseAddress address = cluster.address();
    return DriverManager.getConnection(address.url(), address.user(), address.password());
  }

  private Path passwordFile() {
    return cluster.analystPasswordFile();
  }
}
