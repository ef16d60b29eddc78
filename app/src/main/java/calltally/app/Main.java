package calltally.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.command.CalltallyCommand;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.MessageLocale;
import calltally.app.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;

/** Starts Calltally from the command line. */
public final class Main {

  private Main() {}

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    LogOutput.start(System.getenv().getOrDefault("CALLTALLY_LOG", "text"));
    System.exit(CalltallyCommand.run(context(), arguments));
  }

  // System.out would write in the platform's encoding, so the streams are opened as UTF-8.
  private static CommandContext context() {
    return new CommandContext(
        System.in,
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
        Terminal.of(System.getProperty("calltally.terminal", ""), System.getenv()),
        System.getenv(),
        Path.of("").toAbsolutePath(),
        InstantSource.system(),
        ZoneId.systemDefault(),
        MessageLocale.of(System.getenv(), Locale.getDefault(Locale.Category.DISPLAY)));
  }
}
