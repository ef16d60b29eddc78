package calltally.app.directory;

/**
 * Where an entry is written.
 *
 * @param entry such as {@code managers.csv:7} or {@code directory.managers[0]}
 * @param beforeField what stands between it and the name of a field
 */
public record Place(String entry, String beforeField) {

  /** A line of a file of tables. */
  public static Place ofLine(String file, long line) {
    return new Place(file + ":" + line, ": ");
  }

  /** A value of a YAML file. */
  public static Place ofPath(String path) {
    return new Place(path, ".");
  }

  String problem(String field, String problem) {
    return entry + beforeField + field + ": " + problem;
  }
}
