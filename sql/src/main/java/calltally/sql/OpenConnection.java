package calltally.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A connection that is kept for as long as a service runs. */
record OpenConnection(Connection connection) {

  /** Whether it still reaches a database that can be written to; false after a failover. */
  public boolean isUsable(int secondsToAnswer) throws SQLException {
    return connection.isValid(secondsToAnswer) && isWritable();
  }

  private boolean isWritable() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("show transaction_read_only")) {
      return row.next() && row.getString(1).equals("off");
    }
  }
}
