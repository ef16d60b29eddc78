package calltally.app.query;

import calltally.app.terminal.ExplainedException;
import calltally.app.terminal.Message;
import java.sql.SQLException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** A query that was refused, with PostgreSQL's message if it has one. */
final class RefusedQueryException extends ExplainedException {

  private static final long serialVersionUID = 1;

  RefusedQueryException(Message reason) {
    super(Message.of("query.refused", reason));
  }

  /** PostgreSQL's message, with its hint, if it answered. */
  static Message reason(SQLException e) {
    ServerErrorMessage answer =
        e instanceof PSQLException refusal ? refusal.getServerErrorMessage() : null;
    if (answer == null || answer.getMessage() == null) {
      return Message.verbatim(String.valueOf(e.getMessage()));
    }
    String hint = answer.getHint() == null ? "" : " (" + answer.getHint() + ")";
    return Message.verbatim(answer.getMessage() + hint);
  }
}
