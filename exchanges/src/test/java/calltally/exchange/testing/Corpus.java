package calltally.exchange.testing;

import static java.util.Objects.requireNonNull;

import java.io.File;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** The inputs that a target of {@code ./dev fuzz-coverage} starts from, and those that it found. */
public final class Corpus {

  private static final File FOLDER = new File("src/test/resources/fuzz");

  private Corpus() {}

  /** A test for each input in the folder of this name. */
  public static Stream<DynamicTest> of(String name, Consumer<byte[]> target) {
    File[] files = requireNonNull(new File(FOLDER, name).listFiles());
    return Arrays.stream(files)
        .sorted()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getName(), () -> target.accept(Files.readAllBytes(file.toPath()))));
  }
}
