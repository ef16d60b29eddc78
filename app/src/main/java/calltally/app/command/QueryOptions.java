package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.app.terminal.Message;
import calltally.sql.FileFailure;
import calltally.sql.LocalizedException;
import calltally.sql.analytics.AnalyticsObject;
import calltally.sql.analytics.Cookbook;
import calltally.sql.analytics.CookbookQuestion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Where an analyst's query comes from: the command line, a file, or the cookbook. */
final class QueryOptions {

  private static final String STANDARD_INPUT = "-";

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "QUERY",
      description = "One SQL statement; - reads it from standard input.")
  private @Nullable String query;

  @Parameters(index = "1..*", hidden = true)
  private List<String> more = new ArrayList<>();

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
      description = "Runs a query of the cookbook; without a name, lists them.")
  private @Nullable String name;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "Sets a parameter of the cookbook query, such as from_date=2026-10-01.")
  private Map<String, String> values = new LinkedHashMap<>();

  @Option(names = "--print", description = "Prints the cookbook query instead of running it.")
  private boolean isPrinted;

  private @Nullable Cookbook cookbook;

  /** Whether the cookbook's queries are to be listed. */
  boolean isList() {
    return "".equals(name);
  }

  /** Whether the query is to be printed, not run. */
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
   * @param refuse receives the error message, and must throw
   */
  @Nullable String text(CommandContext context, Consumer<Message> refuse) {
    if (Stream.of(query, file, name).filter(given -> given != null).count() > 1) {
      refuse.accept(Message.of("usage.query"));
    }
    if ((name == null || isList()) && (isPrinted || !values.isEmpty())) {
      refuse.accept(Message.of("usage.cookbook.name"));
    }
    if (file != null) {
      return read(context.folder().resolve(file), refuse);
    }
    if (name != null) {
      return isList() ? null : ready(name, today(context), refuse).text();
    }
    if (query != null) {
      new QueryWords(query, more, this::cookbook).mistake().ifPresent(refuse);
    }
    return STANDARD_INPUT.equals(query) ? standardInput(context) : query;
  }

  private CookbookQuestion ready(String wanted, LocalDate today, Consumer<Message> refuse) {
    Optional<CookbookQuestion> question = cookbook().question(wanted);
    if (question.isEmpty()) {
      refuse.accept(
          Message.of("usage.cookbook.unknown", wanted, QueryWords.nearest(wanted, cookbook())));
    }
    try {
      CookbookQuestion asked = question.orElseThrow();
      for (Map.Entry<String, String> value : values.entrySet()) {
        asked =
            asked.with(
                value.getKey(), WrittenDates.parameter(value.getKey(), value.getValue(), today));
      }
      return asked;
    } catch (LocalizedException e) {
      refuse.accept(Message.localized(e.text()));
      throw e;
    }
  }

  private static LocalDate today(CommandContext context) {
    return LocalDate.ofInstant(context.clock().instant(), context.zone());
  }

  private Cookbook cookbook() {
    if (cookbook == null) {
      cookbook = Cookbook.open();
    }
    return cookbook;
  }

  private static String read(Path file, Consumer<Message> refuse) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      refuse.accept(Message.of("usage.query.file", file.toString()));
    }
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      refuse.accept(Message.of("usage.query.utf8", file.toString()));
      throw new UncheckedIOException(e);
    } catch (IOException e) {
      throw new CommandFailedException(
          e, "query.unreadable", file.toString(), FileFailure.reason(e, file.toString()));
    }
  }

  private static String standardInput(CommandContext context) {
    try {
      return new String(context.in().readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new CommandFailedException(e, "query.stdin", e);
    }
  }
}
