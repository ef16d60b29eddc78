package calltally.app.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.command.CalltallyCommand;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Runs commands in this JVM with a fixed clock, and captures their output. */
public final class TestConsole {

  public static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private final Path folder;
  private String input = "";
  private InstantSource clock = InstantSource.fixed(NOW);
  private Locale locale = Locale.ENGLISH;

  public TestConsole(Path folder) {
    this.folder = folder;
  }

  public TestConsole with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public TestConsole at(InstantSource time) {
    clock = time;
    return this;
  }

  /** Has commands speak Russian. */
  public TestConsole inRussian() {
    locale = Locale.forLanguageTag("ru");
    return this;
  }

  public TestConsole typing(String text) {
    input = text;
    return this;
  }

  /** Runs a command and returns its exit code; discards earlier output. */
  public int run(String... arguments) {
    out.reset();
    err.reset();
    return CalltallyCommand.run(context(), arguments);
  }

  public CommandContext context() {
    return new CommandContext(
        new ByteArrayInputStream(input.getBytes(UTF_8)),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        Terminal.NONE,
        environment,
        folder,
        clock,
        ZoneId.of("Europe/Minsk"),
        locale);
  }

  public String out() {
    return out.toString(UTF_8);
  }

  public String err() {
    return err.toString(UTF_8);
  }
}
