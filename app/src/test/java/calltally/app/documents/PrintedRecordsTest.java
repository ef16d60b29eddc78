package calltally.app.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody but a Java programmer understands {@code Foo[bar=1]} in a log or a message. */
final class PrintedRecordsTest {

  private static final List<String> MODULES = List.of("sql", "ingest", "reporting", "app");

  @TempDir private Path folder;

  @Test
  void no_log_line_or_message_holds_a_record_as_java_prints_it() throws IOException {
    List<Path> files = MODULES.stream().flatMap(PrintedRecordsTest::sources).toList();

    assertThat(files).hasSizeGreaterThan(500);
    assertThat(found(files)).isEmpty();
  }

  @Test
  void a_record_in_a_text_is_found() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("Example.java"),
            """
            import java.util.List;
            class Example {
              record Foo(int bar) {}
              record Named(int bar) { public String toString() { return "named"; } }
              String sum(Foo foo) { return "a " + foo; }
              String text(List<Foo> foos) { return String.valueOf(foos); }
              String format(Foo foo) { return "%s".formatted(foo); }
              String own(Foo foo) { return foo.toString(); }
              String named(Named named) { return named + " " + String.valueOf(named); }
            }
            """);

    assertThat(found(List.of(file)))
        .extracting(place -> place.replaceFirst(".*/", ""))
        .containsExactly(
            "Example.java:5: foo",
            "Example.java:6: foos",
            "Example.java:7: foo",
            "Example.java:8: foo");
  }

  private static List<String> found(List<Path> files) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  null,
                  List.of("-proc:none", "-nowarn", "-classpath", classpath()),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      var units = task.parse();
      task.analyze();
      return new PrintedRecords(task).in(units);
    }
  }

  private static String classpath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static Stream<Path> sources(String module) {
    Path folder = MarkdownFile.REPOSITORY.resolve(module).resolve("src/main/java");
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list " + folder, e);
    }
  }
}
