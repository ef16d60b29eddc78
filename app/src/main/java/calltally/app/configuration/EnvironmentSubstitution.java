package calltally.app.configuration;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts the values of environment variables where a text names them as {@code ${NAME}}. */
record EnvironmentSubstitution(Map<String, String> environment) {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)\\}");

  /** The text with its variables filled in; names those that are not set. */
  String apply(String text, Consumer<String> missing) {
    return VARIABLE
        .matcher(text)
        .replaceAll(variable -> Matcher.quoteReplacement(value(variable.group(1), missing)));
  }

  private String value(String name, Consumer<String> missing) {
    String value = environment.get(name);
    if (value == null) {
      missing.accept(name);
      return "";
    }
    return value;
  }
}
