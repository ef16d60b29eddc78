package calltally.app.directory;

/**
 * Where an entry is written.
 *
 * @param entry such as {@code managers.csv:7} or {@code directory.managers[0]}
 * @param beforeField what stands between it and the name of a field
 */
public record EntryPosition(String entry, String beforeField) {

  /** A line of a file of tables. */
  public static EntryPosition ofLine(String file, long line) {
    return new EntryPosition(file + ":" + line, ": ");
  }

  /** A value of a YAML file. */
  public static EntryPosition ofPath(String path) {
    return new EntryPosition(path, ".");
  }

  String problem(String field, String problem) {
    return entry + beforeField + field + ": " + problem;
  }
}
