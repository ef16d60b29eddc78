package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.ErrorMessage;
import calltally.app.terminal.Texts;
import calltally.reporting.render.Version;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code calltally}: its subcommands, and how they report errors. */
@Command(
    name = "calltally",
    description = "Call analytics for companies with a cloud telephone exchange.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
public final class CalltallyCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Prints the stack trace of an error.")
  private boolean isVerbose;

  private CalltallyCommand() {}

  /** Runs a command and returns its exit code. */
  public static int run(CommandContext context, String... arguments) {
    return commandLine(context).execute(arguments);
  }

  static CommandLine commandLine(CommandContext context) {
    CalltallyCommand calltally = new CalltallyCommand();
    CommandLine commands = new CommandLine(calltally);
    commands.getCommandSpec().version("Calltally " + Version.current());
    return commands
        .addSubcommand(new DemoCommand(context))
        .addSubcommand(new ServeCommand(context))
        .addSubcommand(new ImportCommand(context))
        .addSubcommand(new ExportCommand(context))
        .addSubcommand(directory(context))
        .addSubcommand(new RefreshCommand(context))
        .addSubcommand(new ReportCommand(context))
        .addSubcommand(new SubscriptionsCommand(context))
        .addSubcommand(new DeliveriesCommand(context))
        .addSubcommand(new MailTestCommand(context))
        .addSubcommand(new SqlCommand(context))
        .addSubcommand(new SourceCommand(context))
        .addSubcommand(new UserCommand(context))
        .addSubcommand(new RejectedCommand(context))
        .addSubcommand(new RetentionCommand(context))
        .addSubcommand(new CustomerCommand(context))
        .addSubcommand(new BackupCommand(context))
        .addSubcommand(new RestoreCommand(context))
        .addSubcommand(new CheckCommand(context))
        .registerConverter(WrittenDates.class, text -> dates(text, context.texts()))
        .registerConverter(OffsetDateTime.class, text -> moment(text, context.texts()))
        .setOut(writer(context.out()))
        .setErr(writer(context.err()))
        .setUsageHelpAutoWidth(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((e, words) -> refuse(e, words, context.texts()))
        .setExecutionExceptionHandler(
            (e, command, arguments) -> calltally.fail(e, command, context.texts()));
  }

  private static CommandLine directory(CommandContext context) {
    return new CommandLine(new DirectoryCommand())
        .addSubcommand(new DirectoryImportCommand(context))
        .addSubcommand(new DirectoryListCommand(context));
  }

  private static WrittenDates dates(String text, Texts texts) {
    return WrittenDates.read(text)
        .orElseThrow(() -> new TypeConversionException(texts.text("usage.date", text)));
  }

  private static OffsetDateTime moment(String text, Texts texts) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(texts.text("usage.moment", text));
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, UTF_8), true);
  }

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine());
  }

  private static int refuse(ParameterException e, String[] words, Texts texts) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(texts.text(UsageError.of(e, words)));
    UsageExamples.of(command)
        .ifPresent(example -> err.println(texts.text("usage.example", example)));
    err.println(texts.text("usage.help", command.getCommandSpec().qualifiedName()));
    return ExitCode.USAGE;
  }

  private int fail(Exception e, CommandLine command, Texts texts) {
    if (Shutdown.isInProgress()) {
      return ExitCode.SOFTWARE;
    }
    command.getErr().println(ErrorMessage.of(e, texts));
    if (isVerbose) {
      e.printStackTrace(command.getErr());
    }
    return ExitCode.SOFTWARE;
  }
}
