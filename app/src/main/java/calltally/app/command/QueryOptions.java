package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.terminal.CommandContext;
import calltally.sql.analytics.AnalyticsObject;
import calltally.sql.analytics.Cookbook;
import calltally.sql.analytics.CookbookQuestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where the query of an analyst comes from: his words, a file, or the cookbook. */
final class QueryOptions {

  private static final String STANDARD_INPUT = "-";

  @Parameters(
      arity = "0..1",
      paramLabel = "QUERY",
      description = "One statement; - reads it from standard input.")
  private @Nullable String query;

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description = "Reads the query from a file.")
  private @Nullable Path file;

  @Option(
      names = "--cookbook",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "NAME",
      description = "Asks a ready question; without a name lists them.")
  private @Nullable String name;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Asks the ready question of something else: from_date=2026-10-01.")
  private Map<String, String> values = new LinkedHashMap<>();

  @Option(names = "--print", description = "Prints the ready question instead of asking it.")
  private boolean isPrinted;

  private @Nullable Cookbook cookbook;

  /** The ready questions are to be listed. */
  boolean isList() {
    return "".equals(name);
  }

  /** The ready question is to be printed, not asked. */
  boolean isPrinted() {
    return isPrinted;
  }

  List<CookbookQuestion> questions() {
    return cookbook().questions();
  }

  List<CookbookQuestion> questionsAbout(AnalyticsObject object) {
    return cookbook().about(object.name());
  }

  /**
   * The query; null when there is none.
   *
   * @param refuse is told what is wrong and does not return
   */
  @Nullable String text(CommandContext context, Consumer<String> refuse) {
    if (Stream.of(query, file, name).filter(given -> given != null).count() > 1) {
      refuse.accept("the query could not be read: it is QUERY, --file or --cookbook, was several");
    }
    if ((name == null || isList()) && (isPrinted || !values.isEmpty())) {
      refuse.accept("--set and --print could not be used: they need --cookbook NAME");
    }
    if (file != null) {
      return read(context.folder().resolve(file));
    }
    if (name != null) {
      return isList() ? null : ready(name, refuse).text();
    }
    return STANDARD_INPUT.equals(query) ? standardInput(context) : query;
  }

  private CookbookQuestion ready(String wanted, Consumer<String> refuse) {
    Optional<CookbookQuestion> question = cookbook().question(wanted);
    if (question.isEmpty()) {
      refuse.accept(
          "the question could not be found: --cookbook without a name lists them, was " + wanted);
    }
    try {
      CookbookQuestion asked = question.orElseThrow();
      for (Map.Entry<String, String> value : values.entrySet()) {
        asked = asked.with(value.getKey(), value.getValue());
      }
      return asked;
    } catch (IllegalArgumentException e) {
      refuse.accept(String.valueOf(e.getMessage()));
      throw e;
    }
  }

  private Cookbook cookbook() {
    if (cookbook == null) {
      cookbook = Cookbook.open();
    }
    return cookbook;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException(
          "query could not be read: --file has to be a readable file, was " + file, e);
    } catch (IOException e) {
      throw new UncheckedIOException("query could not be read from " + file, e);
    }
  }

  private static String standardInput(CommandContext context) {
    try {
      return new String(context.in().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("query could not be read from standard input", e);
    }
  }
}
