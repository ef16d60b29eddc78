package calltally.sql;

/** The schema of a database is one that an unreleased build of Calltally has made. */
public final class UnreleasedSchema extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Of a database, or of a data folder with one.
   *
   * @param place such as {@code data folder ./data}
   */
  public UnreleasedSchema(String place) {
    super(
        "cannot use the "
            + place
            + ": it was made by an unreleased build of Calltally; write its notifications to a file"
            + " with ./calltally export --notifications --out FILE, and import that into a new"
            + " one");
  }
}
