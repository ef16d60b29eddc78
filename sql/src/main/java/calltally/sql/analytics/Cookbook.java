package calltally.sql.analytics;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The questions of {@code sql/cookbook}, packaged with the program. */
public final class Cookbook {

  private static final String SUFFIX = ".sql";

  private final List<CookbookQuestion> questions;

  private Cookbook(List<CookbookQuestion> questions) {
    this.questions = questions;
  }

  /** Reads all questions. */
  public static Cookbook open() {
    try {
      URI folder = requireNonNull(Cookbook.class.getResource("cookbook")).toURI();
      if (!folder.getScheme().equals("jar")) {
        return in(Path.of(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(folder, Map.of())) {
        return in(jar.provider().getPath(folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Cookbook in(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return new Cookbook(
          files
              .filter(file -> file.toString().endsWith(SUFFIX))
              .map(Cookbook::question)
              .sorted(Comparator.comparing(CookbookQuestion::name))
              .toList());
    }
  }

  private static CookbookQuestion question(Path file) {
    String fileName = file.getFileName().toString();
    try {
      return new CookbookQuestion(
          fileName.substring(0, fileName.length() - SUFFIX.length()), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All questions, sorted by name. */
  public List<CookbookQuestion> questions() {
    return questions;
  }

  /** The question with this name; empty when there is none. */
  public Optional<CookbookQuestion> question(String name) {
    return questions.stream().filter(question -> question.name().equals(name)).findFirst();
  }

  /** Questions that read a view or call a function, the shortest query first. */
  public List<CookbookQuestion> about(String object) {
    return questions.stream()
        .filter(question -> question.asks(object))
        .sorted(Comparator.comparingInt(question -> question.text().length()))
        .toList();
  }
}
