package calltally.app.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Managers and lines as the file names them; numbers are as written. */
public record DirectoryEntries(List<Manager> managers, List<Line> lines) {

  /** A person and his numbers. */
  public record Manager(String name, @Nullable String department, List<String> numbers) {}

  /** A number that customers dial. */
  public record Line(String number, String name, @Nullable String department) {}

  static DirectoryEntries from(Entry entry) {
    Entry directory = entry.mapping("managers", "lines");
    return new DirectoryEntries(
        directory.get("managers").items().stream().map(DirectoryEntries::manager).toList(),
        directory.get("lines").items().stream().map(DirectoryEntries::line).toList());
  }

  private static Manager manager(Entry entry) {
    Entry manager = entry.mapping("name", "department", "numbers");
    manager.get("numbers").requirePresent();
    return new Manager(
        manager.get("name").required(Rule.TEXT, ""),
        manager.get("department").orNull(Rule.TEXT),
        manager.get("numbers").all(Rule.TEXT));
  }

  private static Line line(Entry entry) {
    Entry line = entry.mapping("number", "name", "department");
    return new Line(
        line.get("number").required(Rule.TEXT, ""),
        line.get("name").required(Rule.TEXT, ""),
        line.get("department").orNull(Rule.TEXT));
  }
}
