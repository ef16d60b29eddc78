package calltally.app.testing;

import calltally.app.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A command in a process of its own, which signals can reach. */
public record CommandProcess(Process process, Path log) {

  private static final List<String> QUIET =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  /** Starts it in the folder; what it writes to stderr is kept beside. */
  public static CommandProcess start(Path folder, String... arguments) throws IOException {
    return start(folder, Main.class, arguments);
  }

  /** Starts another program in the folder. */
  public static CommandProcess start(Path folder, Class<?> main, String... arguments)
      throws IOException {
    Path log = Files.createTempFile(folder, main.getSimpleName(), ".log");
    Process process =
        new ProcessBuilder(Stream.concat(java(main).stream(), Stream.of(arguments)).toList())
            .directory(folder.toFile())
            .redirectError(log.toFile())
            .start();
    return new CommandProcess(process, log);
  }

  /** As the launcher starts it, and with its logging: the tests' own would say more. */
  private static List<String> java(Class<?> main) {
    return Stream.of(
            List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx256m"),
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

  /** What it has written to stderr. */
  public String errors() throws IOException {
    return Files.readString(log);
  }
}
