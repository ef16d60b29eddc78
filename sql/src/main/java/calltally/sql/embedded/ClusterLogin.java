package calltally.sql.embedded;

import calltally.sql.DatabaseAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Logins to a running cluster with the passwords stored next to it.
 *
 * @param password the superuser's
 * @param ownerPassword that of the database's owner, an ordinary role
 */
record ClusterLogin(int port, String password, String ownerPassword) {

  static final String ROLE = "calltally";
  private static final String DATABASE = "calltally";
  private static final String EVERY_CLUSTER_HAS = "postgres";

  private static final String OWNER = "calltally_owner";

  // Nobody needs any other database of this cluster.
  private static final String CLOSE_OTHERS =
      "revoke connect on database postgres, template1 from public";

  private static final String WRONG_PASSWORD = "28P01";
  private static final String NO_SUCH_DATABASE = "3D000";
  private static final String STARTING_OR_STOPPING = "57P03";
  private static final String SHUTTING_DOWN = "57P01";
  private static final String CONNECTIONS_FAIL = "08";
  private static final String TOO_MANY_CONNECTIONS = "53300";
  private static final int TIMEOUT_SECONDS = 10;

  DatabaseAddress superuser() {
    return new DatabaseAddress(url(DATABASE), ROLE, password);
  }

  DatabaseAddress owner() {
    return new DatabaseAddress(url(DATABASE), OWNER, ownerPassword);
  }

  /** Whether the database accepts its owner's connections; creates both where they are missing. */
  boolean admits() {
    try {
      execute(owner(), "select 1");
      return true;
    } catch (SQLException e) {
      return WRONG_PASSWORD.equals(e.getSQLState()) ? admitsOwner() : afterRefusal(e);
    }
  }

  private boolean admitsOwner() {
    try {
      execute(superuser(), "select 1");
    } catch (SQLException e) {
      if (!NO_SUCH_DATABASE.equals(e.getSQLState())) {
        return afterRefusal(e);
      }
      createDatabase();
    }
    try {
      new DatabaseOwner(OWNER, ownerPassword).establish(superuser());
      return true;
    } catch (SQLException e) {
      throw notEntered(e);
    }
  }

  private boolean afterRefusal(SQLException refusal) {
    String state = String.valueOf(refusal.getSQLState());
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
      DatabaseAddress other = new DatabaseAddress(url(EVERY_CLUSTER_HAS), ROLE, password);
      execute(other, CLOSE_OTHERS);
      execute(other, "create database " + DATABASE);
    } catch (SQLException e) {
      throw notEntered(e);
    }
  }

  private ClusterUnavailable notEntered(SQLException e) {
    return new ClusterUnavailable(e, "refused", superuser(), String.valueOf(e.getMessage()));
  }

  private static void execute(DatabaseAddress address, String sql) throws SQLException {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(address.url());
    dataSource.setUser(address.user());
    dataSource.setPassword(address.password());
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

  /** Without the passwords. */
  @Override
  public String toString() {
    return owner().toString();
  }
}
