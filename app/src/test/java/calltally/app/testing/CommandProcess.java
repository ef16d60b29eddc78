package calltally.app.testing;

import calltally.app.Main;
import calltally.sql.testing.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A command in its own process, to which tests can send signals. */
public record CommandProcess(Process process, Path log) {

  public static final List<String> OPTIONS = List.of("-Xmx256m");

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
        new ProcessBuilder(ChildJvm.command(OPTIONS, main, arguments))
            .directory(folder.toFile())
            .redirectError(log.toFile());
    builder.environment().putAll(environment);
    return new CommandProcess(builder.start(), log);
  }

  /** The output to stderr so far. */
  public String errors() throws IOException {
    return Files.readString(log);
  }
}
