package calltally.app.command;

import calltally.app.testing.TestConsole;
import java.nio.file.Path;
import picocli.CommandLine;

/** The commands as picocli knows them, for tests outside their package. */
public final class CommandTree {

  private CommandTree() {}

  /** All of them, new. */
  public static CommandLine create() {
    return CalltallyCommand.commandLine(new TestConsole(Path.of("")).context());
  }
}
