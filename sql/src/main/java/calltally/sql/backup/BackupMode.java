package calltally.sql.backup;

import calltally.sql.DatabaseAddress;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * PostgreSQL's backup mode: meanwhile it keeps the write-ahead log that makes a copy of changing
 * files consistent.
 */
final class BackupMode implements AutoCloseable {

  // A temporary slot of this connection, so that a killed backup leaves nothing behind.
  private static final String KEEP_LOG =
      "select pg_create_physical_replication_slot('calltally_backup_' || pg_backend_pid(), true, true)";

  private static final String START =
      "select pg_walfile_name(pg_backup_start('calltally', fast => true))";
  private static final String STOP =
      """
      select pg_walfile_name(s.lsn), s.labelfile, s.spcmapfile
      from pg_backup_stop(wait_for_archive => false) as s
      """;

  private final Connection connection;
  private final String firstLog;

  private BackupMode(Connection connection, String firstLog) {
    this.connection = connection;
    this.firstLog = firstLog;
  }

  static BackupMode start(DatabaseAddress address) throws SQLException {
    Connection connection =
        DriverManager.getConnection(address.url(), address.user(), address.password());
    try (Statement statement = connection.createStatement()) {
      statement.execute(KEEP_LOG);
      try (ResultSet row = statement.executeQuery(START)) {
        row.next();
        return new BackupMode(connection, row.getString(1));
      }
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
  }

  /** Ends the copy, whose state is that of this moment. */
  End stop() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STOP)) {
      row.next();
      return new End(firstLog, row.getString(1), row.getString(2), row.getString(3));
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /**
   * What turns the copied files into a consistent database.
   *
   * @param firstLog name of the first write-ahead log file needed
   * @param lastLog name of the last write-ahead log file needed
   * @param label content of the file backup_label
   * @param tablespaces content of the file tablespace_map; empty without any
   */
  record End(String firstLog, String lastLog, String label, String tablespaces) {

    boolean needs(String log) {
      return log.matches("[0-9A-F]{24}")
          && log.compareTo(firstLog) >= 0
          && log.compareTo(lastLog) <= 0;
    }
  }
}
