package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calltally.app.testing.TestConsole;
import calltally.sql.testing.GoldenText;
import calltally.sql.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files as people really send them, with what the screen says of each and the calls that are
 * understood.
 *
 * <p>{@code careless.txt} holds the files, each under a line with {@code ###}, its name and the
 * options; {@code careless.golden.txt} holds what is printed.
 */
final class CarelessInputsTest {

  private static final Path FOLDER =
      Path.of("src", "test", "resources", "calltally", "app", "inputs");
  private static final Pattern INPUT =
      Pattern.compile("(?m)^### ([^:\n]+): (\\S+)(.*)\n((?:(?!###).*\n)*)");

  private final TestDatabase database = TestDatabase.create();
  private final Path folder;
  private final TestConsole console;

  CarelessInputsTest(@TempDir Path folder) {
    this.folder = folder;
    console =
        new TestConsole(folder)
            .with("CALLTALLY_DATABASE_URL", database.address().url())
            .with("CALLTALLY_DATABASE_USER", database.address().user());
  }

  @AfterEach
  void drop() {
    database.close();
  }

  @Test
  void each_careless_input_is_understood_or_refused_in_plain_words() throws IOException {
    Files.writeString(
        folder.resolve("calltally.yaml"),
        "sources: [{name: main, zone: Europe/Warsaw, region: BY}]\n");
    Files.writeString(
        folder.resolve("own.yaml"),
        """
        columns: {start: [wann], from: [wer], to: [wohin], duration: [dauer], status: [ergebnis]}
        words: {answered: [ja], missed: [nein]}
        """);
    StringBuilder screen = new StringBuilder();
    Matcher inputs = INPUT.matcher(Files.readString(FOLDER.resolve("careless.txt")));
    int count = 0;
    while (inputs.find()) {
      count++;
      write(inputs.group(2), inputs.group(4));
      String[] options =
          Stream.of(inputs.group(3).split(" ")).filter(o -> !o.isEmpty()).toArray(String[]::new);
      screen.append("### ").append(inputs.group(1)).append('\n');
      run(screen, arguments(options, inputs.group(2), "import"));
      run(screen, arguments(options, inputs.group(2), "import", "--dry-run"));
      screen.append('\n');
    }

    assertThat(count).isGreaterThanOrEqualTo(60);
    GoldenText.assertSame(FOLDER.resolve("careless.golden.txt"), screen.toString());
  }

  /** An input without a text is a file next to the list. */
  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    if (Files.exists(FOLDER.resolve(file)) && text.isBlank()) {
      Files.copy(FOLDER.resolve(file), path);
    } else {
      String content = text.stripTrailing().isEmpty() ? "" : text.stripTrailing() + "\n";
      boolean isLatin = file.endsWith(".bin");
      Files.write(
          path, content.translateEscapes().getBytes(isLatin ? StandardCharsets.ISO_8859_1 : UTF_8));
    }
  }

  private static List<String> arguments(String[] options, String file, String... first) {
    return Stream.of(Stream.of(first), Stream.of(options), Stream.of(file))
        .flatMap(part -> part)
        .toList();
  }

  private void run(StringBuilder screen, List<String> arguments) {
    int exit = console.run(arguments.toArray(String[]::new));
    screen.append("$ calltally ").append(String.join(" ", arguments)).append('\n');
    screen.append(console.out().replace("\r", ""));
    console
        .err()
        .lines()
        .filter(line -> !line.startsWith("The next refresh") && !line.startsWith("Rejected lines"))
        .forEach(line -> screen.append("! ").append(line).append('\n'));
    screen.append("exit ").append(exit).append('\n');
  }
}
