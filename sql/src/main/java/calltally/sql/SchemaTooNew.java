package calltally.sql;

/** The database's schema is newer than this Calltally. */
final class SchemaTooNew extends RuntimeException {

  private static final long serialVersionUID = 1;

  SchemaTooNew(String newest, String found) {
    super(
        "cannot use the database: this Calltally supports schema versions up to "
            + newest
            + " (was "
            + found
            + "); use the Calltally that upgraded it, or a newer one");
  }
}
