package calltally.sql;

/** The database was brought to its schema by a newer Calltally than this one. */
final class SchemaTooNew extends RuntimeException {

  private static final long serialVersionUID = 1;

  SchemaTooNew(String newest, String found) {
    super(
        "the database could not be used: this Calltally knows the schema up to version "
            + newest
            + ", was "
            + found
            + "; use the Calltally that brought it there, or a newer one");
  }
}
