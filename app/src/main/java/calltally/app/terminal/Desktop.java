package calltally.app.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The user's desktop, which opens files in their programs.
 *
 * @param environment the command's environment variables
 * @param system the operating system's name in Java
 */
public record Desktop(Map<String, String> environment, String system) {

  public static Desktop of(Map<String, String> environment) {
    return new Desktop(environment, System.getProperty("os.name", ""));
  }

  /**
   * Opens a file or folder, without waiting until it is closed.
   *
   * @throws NoDesktopException if there is no desktop
   */
  public void open(Path file) throws IOException {
    Path program = program().orElseThrow(() -> new NoDesktopException(file));
    new ProcessBuilder(program.toString(), file.toAbsolutePath().toString())
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** The program that opens files; none on Linux without a display. */
  private Optional<Path> program() {
    if (system.toLowerCase(Locale.ROOT).startsWith("mac")) {
      return found("open");
    }
    boolean hasDisplay =
        List.of("DISPLAY", "WAYLAND_DISPLAY").stream()
            .anyMatch(name -> !environment.getOrDefault(name, "").isEmpty());
    return hasDisplay ? found("xdg-open") : Optional.empty();
  }

  private Optional<Path> found(String name) {
    return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }
}
