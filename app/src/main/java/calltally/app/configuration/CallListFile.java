package calltally.app.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.terminal.Message;
import calltally.ingest.file.CallColumn;
import calltally.ingest.file.CallListColumns;
import calltally.ingest.file.CallWord;
import calltally.sql.FileFailure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The YAML file that says what the columns of a list of finished calls mean. */
public final class CallListFile {

  /** Names of those that come with the program; the most general one is the last. */
  public static final List<String> READY =
      List.of("asterisk", "3cx", "freeswitch", "yeastar", "cisco", "calls");

  private CallListFile() {}

  /** All that come with the program. */
  public static List<CallListColumns> ready() {
    return READY.stream().map(CallListFile::ready).toList();
  }

  /** One that comes with the program. */
  public static CallListColumns ready(String name) {
    String resource = "/calltally/app/columns/" + name + ".yaml";
    try (InputStream in =
        Objects.requireNonNull(CallListFile.class.getResourceAsStream(resource), resource)) {
      return columns(name, new String(in.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a user's file.
   *
   * @throws InvalidConfigurationException with everything that is wrong with it
   */
  public static CallListColumns read(Path file) {
    try {
      return columns(file.toString(), ConfigurationFile.text(file));
    } catch (IOException e) {
      throw new InvalidConfigurationException(
          file.toString(),
          List.of(Message.of("configuration.unreadable", FileFailure.reason(e, file.toString()))));
    }
  }

  private static CallListColumns columns(String origin, String text) {
    ConfigurationProblems problems = new ConfigurationProblems();
    YamlValue root = root(origin, text, problems);
    CallListColumns columns =
        new CallListColumns(
            names(root.get("columns")),
            words(root.get("words")),
            Set.copyOf(root.get("own").all(ValueRule.TEXT)),
            root.get("needs_answerer").or(ValueRule.YES_OR_NO, false),
            root.get("zone").orNull(ValueRule.ZONE));
    problems.throwIfAny(origin);
    return columns;
  }

  private static YamlValue root(String origin, String text, ConfigurationProblems problems) {
    return new YamlValue(
            "",
            ConfigurationFile.document(origin, text),
            problems,
            new EnvironmentSubstitution(Map.of()))
        .mapping("columns", "words", "own", "needs_answerer", "zone");
  }

  private static Map<CallColumn, List<String>> names(YamlValue entry) {
    YamlValue columns =
        entry.mapping(Stream.of(CallColumn.values()).map(CallColumn::key).toArray(String[]::new));
    Map<CallColumn, List<String>> names = new EnumMap<>(CallColumn.class);
    for (CallColumn column : CallColumn.values()) {
      if (!columns.get(column.key()).isAbsent()) {
        names.put(column, columns.get(column.key()).all(ValueRule.TEXT));
      }
    }
    Stream.of(CallColumn.START, CallColumn.FROM, CallColumn.TO)
        .forEach(column -> columns.get(column.key()).requirePresent());
    return names;
  }

  private static Map<CallWord, Set<String>> words(YamlValue entry) {
    YamlValue words =
        entry.mapping(Stream.of(CallWord.values()).map(CallWord::key).toArray(String[]::new));
    Map<CallWord, Set<String>> meanings = new EnumMap<>(CallWord.class);
    for (CallWord word : CallWord.values()) {
      meanings.put(word, Set.copyOf(words.get(word.key()).all(ValueRule.TEXT)));
    }
    return meanings;
  }
}
