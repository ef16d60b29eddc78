package calltally.app.configuration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces {@code ${NAME}} by the value of the environment variable or else by the content of the
 * credential: a file of that name in the folder {@code CREDENTIALS_DIRECTORY}, which systemd and
 * containers fill.
 */
record EnvironmentSubstitution(Map<String, String> environment) {

  private static final String FOLDER = "CREDENTIALS_DIRECTORY";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]*)\\}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_]+");
  private static final Pattern LAST_LINE_END = Pattern.compile("\\R\\z");
  // systemd puts the id of the folder that the unit loads before the names of its files.
  private static final List<String> PREFIXES = List.of("", "secrets_");

  /** The text with its variables filled in; passes on the names of those that are not set. */
  String apply(String text, Consumer<String> missing) {
    return VARIABLE
        .matcher(text)
        .replaceAll(variable -> Matcher.quoteReplacement(value(variable.group(1), missing)));
  }

  private String value(String name, Consumer<String> missing) {
    String value = environment.containsKey(name) ? environment.get(name) : credential(name);
    if (value == null) {
      missing.accept(name);
      return "";
    }
    return value;
  }

  private @Nullable String credential(String name) {
    String folder = environment.get(FOLDER);
    if (folder == null || !NAME.matcher(name).matches()) {
      return null;
    }
    return PREFIXES.stream()
        .map(prefix -> Path.of(folder, prefix + name))
        .filter(Files::isReadable)
        .findFirst()
        .map(EnvironmentSubstitution::read)
        .orElse(null);
  }

  /** The content, without the line end that editors add. */
  private static String read(Path file) {
    try {
      return LAST_LINE_END.matcher(Files.readString(file, UTF_8)).replaceFirst("");
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read a credential: its file must be text in UTF-8 (was %s)".formatted(file), e);
    }
  }
}
