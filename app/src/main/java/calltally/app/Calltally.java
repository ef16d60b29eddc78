package calltally.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.reporting.render.Version;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command {@code calltally} and what its commands have in common: exit codes and errors. */
@Command(
    name = "calltally",
    description = "Call analytics for companies whose telephone exchange lives in the cloud.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND")
final class Calltally implements Runnable {

  static final int DONE = 0;
  static final int FAILED = 1;
  static final int WRONG_USAGE = 2;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--verbose",
      scope = ScopeType.INHERIT,
      description = "Shows where an error came from.")
  private boolean isVerbose;

  private Calltally() {}

  static CommandLine commandLine(Shell shell) {
    Calltally calltally = new Calltally();
    CommandLine commands = new CommandLine(calltally);
    commands.getCommandSpec().version("Calltally " + Version.current());
    return commands
        .addSubcommand(new DemoCommand(shell))
        .addSubcommand(new ServeCommand(shell))
        .addSubcommand(new ImportCommand(shell))
        .addSubcommand(directory(shell))
        .addSubcommand(new RefreshCommand(shell))
        .addSubcommand(new ReportCommand(shell))
        .addSubcommand(new SubscriptionsCommand(shell))
        .addSubcommand(new DeliveriesCommand(shell))
        .addSubcommand(new MailTestCommand(shell))
        .addSubcommand(new SqlCommand(shell))
        .addSubcommand(new SourceCommand(shell))
        .addSubcommand(new RejectedCommand(shell))
        .addSubcommand(new RetentionCommand(shell))
        .addSubcommand(new CustomerCommand(shell))
        .addSubcommand(new BackupCommand(shell))
        .addSubcommand(new RestoreCommand(shell))
        .addSubcommand(new CheckCommand(shell))
        .registerConverter(LocalDate.class, Calltally::date)
        .registerConverter(OffsetDateTime.class, Calltally::moment)
        .setOut(writer(shell.out()))
        .setErr(writer(shell.err()))
        .setUsageHelpAutoWidth(false)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(Calltally::refuse)
        .setExecutionExceptionHandler(calltally::fail);
  }

  private static CommandLine directory(Shell shell) {
    return new CommandLine(new DirectoryCommand())
        .addSubcommand(new DirectoryImportCommand(shell))
        .addSubcommand(new DirectoryListCommand(shell));
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException("it has to be a date such as 2026-11-20, was " + text);
    }
  }

  private static OffsetDateTime moment(String text) {
    try {
      return OffsetDateTime.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "it has to be a moment such as 2026-11-21T08:00:00+03:00, was " + text);
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, UTF_8), true);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "a command is missing");
  }

  private static int refuse(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    command.getErr().println(e.getMessage());
    command.getErr().println("See: " + command.getCommandSpec().qualifiedName() + " --help");
    return WRONG_USAGE;
  }

  private int fail(Exception e, CommandLine command, ParseResult arguments) {
    if (Shutdown.isInProgress()) {
      return FAILED;
    }
    command.getErr().println(Failure.sentence(e));
    if (isVerbose) {
      e.printStackTrace(command.getErr());
    }
    return FAILED;
  }
}
