package calltally.app.command;

import calltally.app.command.handover.HandoverTrial;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.app.terminal.Message;
import calltally.reporting.handover.CallerReceivers;
import calltally.reporting.handover.SampleCaller;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries the programs and CRMs that take over waiting callers. */
@Command(
    name = "handover",
    description = "Tries the programs and CRMs that take over waiting callers.",
    synopsisSubcommandLabel = "test",
    mixinStandardHelpOptions = true)
final class HandoverCommand implements Runnable {

  /** An invented number. */
  private static final String SAMPLE = "+375291112233";

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  HandoverCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine());
  }

  /** Prints requests, or sends them. */
  @Command(
      name = "test",
      description = {
        "Prints what each receiver of handover gets of an invented caller, without sending it.",
        "With --send a webhook gets a caller and that they wait no longer; a CRM gets a task,",
        "which is closed at once."
      },
      mixinStandardHelpOptions = true)
  int test(
      @Mixin CommonOptions options,
      @Nullable
          @Parameters(
              arity = "0..1",
              paramLabel = "NAME",
              description = "Only this receiver of handover.")
          String name,
      @Option(names = "--send", description = "Sends it.") boolean isSent,
      @Nullable
          @Option(
              names = "--number",
              paramLabel = "NUMBER",
              description = "The caller's number, such as +375291112233.")
          String number) {
    CallerReceivers receivers = options.settings(context).configuration().callers();
    requireKnown(name, HandoverTrial.names(receivers));
    SampleCaller caller =
        new SampleCaller(
            number == null ? SAMPLE : number,
            context.clock().instant().truncatedTo(ChronoUnit.SECONDS),
            context.zone(),
            receivers.language());
    HandoverTrial trial = new HandoverTrial(receivers, caller, name, context.texts());
    if (!isSent) {
      trial.print(context.out());
      return ExitCode.OK;
    }
    if (number == null && trial.needsNumber()) {
      throw new UsageException(spec.commandLine(), Message.of("usage.handover.number"));
    }
    return trial.send(context.out()) ? ExitCode.OK : ExitCode.SOFTWARE;
  }

  private static void requireKnown(@Nullable String name, List<String> names) {
    if (names.isEmpty()) {
      throw new CommandFailedException("handover.unset");
    }
    if (name != null && !names.contains(name)) {
      throw new CommandFailedException("handover.unknown", name, String.join(", ", names));
    }
  }
}
