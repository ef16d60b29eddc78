package calltally.sql;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.jooq.exception.DataAccessException;

/** The clock of the database, which is the same for everybody who shares it. */
public record DatabaseClock(DataSource database) implements InstantSource {

  /**
   * The time of the database's machine.
   *
   * @throws DataAccessException if it cannot be asked
   */
  @Override
  public Instant instant() {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select clock_timestamp()")) {
      row.next();
      return row.getObject(1, OffsetDateTime.class).toInstant();
    } catch (SQLException e) {
      throw new DataAccessException("cannot read the database's clock: " + e.getMessage(), e);
    }
  }
}
