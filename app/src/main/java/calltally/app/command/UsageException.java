package calltally.app.command;

import calltally.app.terminal.Message;
import calltally.app.terminal.Texts;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** A command line that picocli accepts, but the command does not. */
final class UsageException extends ParameterException {

  private static final long serialVersionUID = 1;

  private final transient Message explanation;

  UsageException(CommandLine command, Message explanation) {
    super(command, Texts.ENGLISH.text(explanation));
    this.explanation = explanation;
  }

  Message explanation() {
    return explanation;
  }
}
