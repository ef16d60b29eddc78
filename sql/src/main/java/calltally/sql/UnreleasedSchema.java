package calltally.sql;

/** The schema of a database was made by an unreleased build of Calltally. */
public final class UnreleasedSchema extends RuntimeException {

  private static final long serialVersionUID = 1;

  /**
   * Names the database, or the data folder that contains it.
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
