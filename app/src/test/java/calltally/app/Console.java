package calltally.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** Runs commands in this JVM, in a folder, and keeps what they print; the clock stands still. */
final class Console {

  static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private final Path folder;
  private String input = "";
  private InstantSource clock = InstantSource.fixed(NOW);

  Console(Path folder) {
    this.folder = folder;
  }

  Console with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Console at(InstantSource time) {
    clock = time;
    return this;
  }

  Console typing(String text) {
    input = text;
    return this;
  }

  /** The exit code; what was printed before is forgotten. */
  int run(String... arguments) {
    out.reset();
    err.reset();
    return Calltally.commandLine(shell()).execute(arguments);
  }

  Shell shell() {
    return new Shell(
        new ByteArrayInputStream(input.getBytes(UTF_8)),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        Terminal.NONE,
        environment,
        folder,
        clock,
        ZoneId.of("Europe/Minsk"));
  }

  String out() {
    return out.toString(UTF_8);
  }

  String err() {
    return err.toString(UTF_8);
  }
}
