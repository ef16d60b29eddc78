package calltally.app.configuration;

import static java.util.stream.Collectors.joining;

import calltally.app.terminal.Message;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text that is no YAML: where, and what is wrong; what the parser says where we have no words.
 */
final class YamlProblem {

  private static final Pattern REPEATED = Pattern.compile("Duplicate field '(.*)'");
  private static final String QUOTED = "quoted scalar";
  private static final String COLON = "mapping values are not allowed";
  private static final String NO_COLON = "could not find expected ':'";
  private static final String BLOCK = "expected <block end>";

  /** What the parser says where a line begins at the wrong place. */
  private static final List<String> STRUCTURE =
      List.of(COLON, NO_COLON, BLOCK, "expected '<document start>'");

  private static final Pattern START = Pattern.compile("found character '(.+)' that cannot start");

  /** Where the parser met something; the last of several places is the one it complains about. */
  private static final Pattern MARK = Pattern.compile("(?m)^ in .*, line (\\d+), column (\\d+):");

  private YamlProblem() {}

  static Message of(JsonProcessingException e, String text) {
    List<MatchResult> marks = MARK.matcher(e.getOriginalMessage()).results().toList();
    String words = sentence(e.getOriginalMessage());
    if (marks.isEmpty()) {
      return unmarked(e.getLocation(), problem(words));
    }
    // A quote that is never closed makes the parser complain at the end of the file.
    MatchResult mark = marks.get(words.contains(QUOTED) ? 0 : marks.size() - 1);
    return blanks(Integer.parseInt(mark.group(1)), words, text)
        .orElseGet(
            () -> Message.of("configuration.place", mark.group(1), mark.group(2), problem(words)));
  }

  private static Optional<Message> blanks(int line, String words, String text) {
    YamlIndentation indentation = YamlIndentation.of(text);
    return indentation
        .tab(line)
        .or(() -> isStructure(words) ? indentation.deviation(line) : Optional.empty());
  }

  private static boolean isStructure(String words) {
    return STRUCTURE.stream().anyMatch(words::contains);
  }

  private static Message unmarked(@Nullable JsonLocation location, Message problem) {
    return location == null
        ? problem
        : Message.of(
            "configuration.place",
            String.valueOf(location.getLineNr()),
            String.valueOf(location.getColumnNr()),
            problem);
  }

  /** The parser's words, without the lines of the file between them. */
  private static String sentence(String message) {
    return message
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith(" "))
        .collect(joining(", "));
  }

  private static Message problem(String words) {
    Matcher repeated = REPEATED.matcher(words);
    if (repeated.find()) {
      return Message.of("configuration.yaml.repeated", repeated.group(1));
    }
    Matcher start = START.matcher(words);
    if (start.find()) {
      return start.group(1).contains("TAB")
          ? Message.of("configuration.yaml.tab")
          : Message.of("configuration.yaml.start", start.group(1));
    }
    return structure(words);
  }

  private static Message structure(String words) {
    if (words.contains(YamlDocument.SEVERAL)) {
      return Message.of("configuration.yaml.documents");
    }
    if (words.contains(YamlDocument.ALIAS)) {
      return Message.of("configuration.yaml.alias");
    }
    if (words.contains("expected ',' or '}'")) {
      return Message.of("configuration.yaml.brace");
    }
    if (words.contains("expected ',' or ']'")) {
      return Message.of("configuration.yaml.bracket");
    }
    if (words.contains(COLON)) {
      return Message.of("configuration.yaml.colon");
    }
    if (words.contains(NO_COLON)) {
      return Message.of("configuration.yaml.key");
    }
    if (words.contains(QUOTED)) {
      return Message.of("configuration.yaml.quote");
    }
    return words.contains(BLOCK)
        ? Message.of("configuration.yaml.indentation")
        : Message.of("configuration.yaml.other", words);
  }
}
