package calltally.app.command;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A command that only groups others was named without one of them. */
final class MissingCommandException extends ParameterException {

  private static final long serialVersionUID = 1;

  MissingCommandException(CommandLine group) {
    super(group, "missing command");
  }
}
