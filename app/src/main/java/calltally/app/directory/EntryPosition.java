package calltally.app.directory;

import calltally.app.terminal.Message;

/**
 * The place of an entry in a file.
 *
 * @param entry such as {@code managers.csv:7} or {@code directory.managers[0]}
 * @param beforeField the separator between it and a field's name
 */
public record EntryPosition(String entry, String beforeField) {

  /** A line of a CSV file. */
  public static EntryPosition ofLine(String file, long line) {
    return new EntryPosition(file + ":" + line, ": ");
  }

  /** A value of a YAML file. */
  public static EntryPosition ofPath(String path) {
    return new EntryPosition(path, ".");
  }

  Message problem(String field, Message problem) {
    return Message.of("configuration.at", entry + beforeField + field, problem);
  }

  String problem(String field, String problem) {
    return entry + beforeField + field + ": " + problem;
  }
}
