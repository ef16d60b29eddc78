package calltally.app.testing;

import calltally.app.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A command in its own process, to which tests can send signals. */
public record CommandProcess(Process process, Path log) {

  private static final List<String> QUIET =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  /** Starts a command in the folder, with a log of its stderr. */
  public static CommandProcess start(Path folder, String... arguments) throws IOException {
    return start(folder, Main.class, arguments);
  }

  /** Starts a command in the folder, with variables of its environment. */
  public static CommandProcess start(
      Path folder, Map<String, String> environment, String... arguments) throws IOException {
    return start(folder, environment, Main.class, arguments);
  }

  /** Starts another program in the folder. */
  public static CommandProcess start(Path folder, Class<?> main, String... arguments)
      throws IOException {
    return start(folder, Map.of("LC_ALL", "C.UTF-8"), main, arguments);
  }

  private static CommandProcess start(
      Path folder, Map<String, String> environment, Class<?> main, String... arguments)
      throws IOException {
    Path log = Files.createTempFile(folder, main.getSimpleName(), ".log");
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(java(main).stream(), Stream.of(arguments)).toList())
            .directory(folder.toFile())
            .redirectError(log.toFile());
    builder.environment().putAll(environment);
    return new CommandProcess(builder.start(), log);
  }

  /**
   * Java with the launcher's options for a short command, as the process ends before the optimizing
   * compiler pays off, and with the program's logging, as the tests' is more verbose.
   */
  private static List<String> java(Class<?> main) {
    return Stream.of(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:-UsePerfData",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1"),
            Runtime.version().feature() < 24 ? List.<String>of() : QUIET,
            List.of(
                "-Dlogback.configurationFile=logback.xml",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()))
        .flatMap(List::stream)
        .toList();
  }

  /** The output to stderr so far. */
  public String errors() throws IOException {
    return Files.readString(log);
  }
}
