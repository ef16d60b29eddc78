package calltally.app.command;

import calltally.app.terminal.Message;
import calltally.sql.LocalizedText;
import calltally.sql.NearestNames;
import calltally.sql.analytics.Cookbook;
import calltally.sql.analytics.CookbookQuestion;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * The arguments of {@code sql} that are no options: a query, or what stands for one by mistake.
 *
 * @param more what the shell has split off
 */
record QueryWords(String first, List<String> more, Supplier<Cookbook> cookbook) {

  /** Options that users write as commands, and the names of their values. */
  private static final Map<String, Message> OPTIONS =
      Map.of(
          "cookbook", Message.of("usage.query.name"),
          "describe", Message.of("usage.query.name"),
          "file", Message.of("usage.query.file_name"));

  /** A single word with a hyphen is no SQL statement. */
  private static final Pattern NAME = Pattern.compile("\\w+(-\\w+)+");

  private static final String FILE_SUFFIX = ".sql";

  QueryWords {
    more = List.copyOf(more);
  }

  /** Names the options that were probably meant; empty when the words can be a query. */
  Optional<Message> mistake() {
    if (OPTIONS.containsKey(first)) {
      return Optional.of(option(first, String.join("-", more)));
    }
    if (!more.isEmpty()) {
      return Optional.of(Message.of("usage.query.words", written()));
    }
    if (NAME.matcher(first).matches()) {
      return Optional.of(option("cookbook", first));
    }
    boolean isFile =
        first.endsWith(FILE_SUFFIX) && first.chars().noneMatch(Character::isWhitespace);
    return isFile ? Optional.of(option("file", first)) : Optional.empty();
  }

  /** The cookbook's names that a wrong one may stand for, as the end of a sentence. */
  static LocalizedText nearest(String name, Cookbook cookbook) {
    return new NearestNames(name)
        .question(cookbook.questions().stream().map(CookbookQuestion::name).toList());
  }

  private Message option(String option, String value) {
    boolean isQuestion = option.equals("cookbook") && !value.isEmpty();
    boolean isUnknown = isQuestion && cookbook.get().question(value).isEmpty();
    Object meant =
        value.isEmpty() || isUnknown ? Objects.requireNonNull(OPTIONS.get(option)) : value;
    Object near = isUnknown ? nearest(value, cookbook.get()) : "";
    return Message.of("usage.query.option", written(), "--" + option, meant, near);
  }

  private String written() {
    return more.isEmpty() ? first : first + " " + String.join(" ", more);
  }
}
