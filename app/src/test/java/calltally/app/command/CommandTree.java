package calltally.app.command;

import calltally.app.testing.TestConsole;
import java.nio.file.Path;
import picocli.CommandLine;

/** The picocli commands, for tests outside their package. */
public final class CommandTree {

  private CommandTree() {}

  /** Creates all commands. */
  public static CommandLine create() {
    return CalltallyCommand.commandLine(new TestConsole(Path.of("")).context(), "");
  }
}
