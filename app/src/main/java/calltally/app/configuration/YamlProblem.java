package calltally.app.configuration;

import static java.util.stream.Collectors.joining;

import calltally.app.terminal.Message;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that is no YAML: where, and what is wrong; what the parser says where we have no words.
 */
final class YamlProblem {

  private static final Pattern REPEATED = Pattern.compile("Duplicate field '(.*)'");
  private static final Pattern START = Pattern.compile("found character '(.+)' that cannot start");

  /**
   * Where the parser met the character, which the location, the end of the last token, precedes.
   */
  private static final Pattern MET =
      Pattern.compile("found character .* line (\\d+), column (\\d+)", Pattern.DOTALL);

  private YamlProblem() {}

  static Message of(JsonProcessingException e) {
    Message problem = problem(sentence(e.getOriginalMessage()));
    Matcher met = MET.matcher(e.getOriginalMessage());
    if (met.find()) {
      return Message.of("configuration.place", met.group(1), met.group(2), problem);
    }
    JsonLocation location = e.getLocation();
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
    if (words.contains("mapping values are not allowed")) {
      return Message.of("configuration.yaml.colon");
    }
    if (words.contains("could not find expected ':'")) {
      return Message.of("configuration.yaml.key");
    }
    if (words.contains("quoted scalar")) {
      return Message.of("configuration.yaml.quote");
    }
    return words.contains("expected <block end>")
        ? Message.of("configuration.yaml.indentation")
        : Message.of("configuration.yaml.other", words);
  }
}
