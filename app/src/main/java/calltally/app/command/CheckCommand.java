package calltally.app.command;

import calltally.app.check.CheckResult;
import calltally.app.check.CheckStatus;
import calltally.app.check.SystemCheck;
import calltally.app.configuration.InvalidConfigurationException;
import calltally.app.terminal.CommandContext;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;

/** Checks whether everything works, and says what to do where it does not. */
@Command(
    name = "check",
    description = "Checks everything that must work, and says what to do; changes nothing.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private final CommonOptions options = new CommonOptions();

  private boolean hasFailed;

  CheckCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    try {
      new SystemCheck(options.settings(context), context.clock(), this::print).run();
    } catch (InvalidConfigurationException e) {
      SystemCheck.of(e).forEach(this::print);
      context.out().println(context.texts().text("check.rest_skipped", e.origin()));
    }
    return hasFailed ? ExitCode.SOFTWARE : ExitCode.OK;
  }

  private void print(CheckResult result) {
    hasFailed |= result.status() == CheckStatus.FAILED;
    result.lines(context.texts(), context.terminal().columns()).forEach(context.out()::println);
  }
}
