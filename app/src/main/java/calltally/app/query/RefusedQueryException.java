package calltally.app.query;

/** A query that PostgreSQL or its role refused, in PostgreSQL's words. */
final class RefusedQueryException extends RuntimeException {

  private static final long serialVersionUID = 1;

  RefusedQueryException(String reason) {
    super("query could not be run: " + reason);
  }
}
