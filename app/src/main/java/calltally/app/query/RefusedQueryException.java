package calltally.app.query;

/** A query that was refused, with PostgreSQL's message if it has one. */
final class RefusedQueryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  RefusedQueryException(String reason) {
    super("cannot run the query: " + reason);
  }
}
