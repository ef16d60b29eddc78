package calltally.sql.embedded;

import calltally.sql.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/** Login to a running cluster with the password stored next to it. */
record ClusterLogin(int port, String password) {

  static final String ROLE = "calltally";
  private static final String DATABASE = "calltally";
  private static final String EVERY_CLUSTER_HAS = "postgres";

  // Nobody needs any other database of this cluster.
  private static final String CLOSE_OTHERS =
      "revoke connect on database postgres, template1 from public";

  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String STARTING_OR_STOPPING = "57P03";
  private static final String SHUTTING_DOWN = "57P01";
  private static final String CONNECTIONS_FAIL = "08";
  private static final String TOO_MANY_CONNECTIONS = "53300";
  private static final int TIMEOUT_SECONDS = 10;

  DatabaseAddress address() {
    return new DatabaseAddress(url(DATABASE), ROLE, password);
  }

  /** Whether the database accepts connections; creates it in a new cluster. */
  boolean admits() {
    try {
      execute(DATABASE, "select 1");
      return true;
    } catch (SQLException e) {
      return afterRefusal(e);
    }
  }

  private boolean afterRefusal(SQLException refusal) {
    String state = String.valueOf(refusal.getSQLState());
    if (state.equals(NO_SUCH_DATABASE)) {
      createDatabase();
      return true;
    }
    if (state.equals(TOO_MANY_CONNECTIONS)) {
      return true;
    }
    if (state.equals(STARTING_OR_STOPPING)
        || state.equals(SHUTTING_DOWN)
        || state.startsWith(CONNECTIONS_FAIL)) {
      return false;
    }
    throw notEntered(refusal);
  }

  private void createDatabase() {
    try {
      execute(EVERY_CLUSTER_HAS, CLOSE_OTHERS);
      execute(EVERY_CLUSTER_HAS, "create database " + DATABASE);
    } catch (SQLException e) {
      throw notEntered(e);
    }
  }

  private ClusterUnavailable notEntered(SQLException e) {
    return new ClusterUnavailable(e, "refused", address(), String.valueOf(e.getMessage()));
  }

  private void execute(String database, String sql) throws SQLException {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url(database));
    dataSource.setUser(ROLE);
    dataSource.setPassword(password);
    dataSource.setConnectTimeout(TIMEOUT_SECONDS);
    dataSource.setSocketTimeout(TIMEOUT_SECONDS);
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Without the password. */
  @Override
  public String toString() {
    return address().toString();
  }
}
