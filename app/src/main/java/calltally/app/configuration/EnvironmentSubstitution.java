package calltally.app.configuration;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Replaces {@code ${NAME}} by the value of the environment variable. */
record EnvironmentSubstitution(Map<String, String> environment) {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)\\}");

  /** The text with its variables filled in; passes on the names of those that are not set. */
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
