package calltally.app.directory;

import calltally.app.terminal.Message;
import java.util.function.Function;

/**
 * The place of an entry in a file.
 *
 * @param entry in a message, such as {@code managers.csv:7} or {@code directory.managers[0]}
 * @param field the place of one of its fields
 */
public record EntryPosition(Object entry, Function<String, Object> field) {

  /** A line of a CSV file. */
  public static EntryPosition ofLine(String file, long line) {
    Message entry = Message.of("directory.line", file, Long.toString(line));
    return new EntryPosition(entry, field -> Message.of("directory.line.column", entry, field));
  }

  /** A value of a YAML file. */
  public static EntryPosition ofPath(String path) {
    return new EntryPosition(path, key -> path + "." + key);
  }

  Message problem(Message problem) {
    return Message.of("configuration.at", entry, problem);
  }

  Message problem(String name, Message problem) {
    return Message.of("configuration.at", field.apply(name), problem);
  }
}
