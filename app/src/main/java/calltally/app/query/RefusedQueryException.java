package calltally.app.query;

import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A query that was refused, with PostgreSQL's message if it has one. */
final class RefusedQueryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  RefusedQueryException(String reason) {
    super("cannot run the query: " + reason);
  }

  /** PostgreSQL's message, with its hint, if it answered. */
  static String reason(SQLException e) {
    ServerErrorMessage answer =
        e instanceof PSQLException refusal ? refusal.getServerErrorMessage() : null;
    if (answer == null || answer.getMessage() == null) {
      return String.valueOf(e.getMessage());
    }
    String hint = answer.getHint() == null ? "" : " (" + answer.getHint() + ")";
    return answer.getMessage() + hint;
  }
}
