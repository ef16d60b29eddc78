package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.customer.CustomerJson;
import calltally.app.customer.ErasureList;
import calltally.app.customer.PersonalData;
import calltally.app.customer.PersonalDataSearch;
import calltally.app.database.CallDatabase;
import calltally.app.database.ResolvedSettings;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.app.terminal.Message;
import calltally.reporting.delivery.RemovedReports;
import calltally.sql.backup.LastBackup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Exports or erases everything that is kept about one customer. */
@Command(
    name = "customer",
    description = "Exports or erases what is kept about a customer; figures do not change.",
    synopsisSubcommandLabel = "(export | erase | erase-again)",
    mixinStandardHelpOptions = true)
final class CustomerCommand implements Runnable {

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  CustomerCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine());
  }

  /** Prints everything that is kept under the number. */
  @Command(
      name = "export",
      description = "Prints everything that is kept about a customer, as JSON.",
      mixinStandardHelpOptions = true)
  int export(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "NUMBER", description = "The customer's number.") String number,
      @Nullable @Option(names = "--source", paramLabel = "S", description = "Only this source.")
          String source)
      throws IOException, InterruptedException {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      PersonalDataSearch search = open(options, shutdown);
      new CustomerJson(context.out()).write(number, search.of(number, source));
      return ExitCode.OK;
    }
  }

  /** Replaces the number by a random pseudonym, after asking. */
  @Command(
      name = "erase",
      description = {
        "Erases a customer: a random pseudonym replaces the number everywhere.",
        "Links to the customer's recordings, and rejected requests and archived reports with the",
        "number, are deleted. This cannot be undone."
      },
      mixinStandardHelpOptions = true)
  int erase(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "NUMBER", description = "The customer's number.") String number,
      @Nullable @Option(names = "--source", paramLabel = "S", description = "Only this source.")
          String source,
      @Option(names = "--yes", description = "Does not ask for confirmation.") boolean isAgreed)
      throws IOException, InterruptedException {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      PersonalDataSearch search = open(options, shutdown);
      Map<PersonalData, Map<String, Long>> kept = search.toErase(number, source);
      if (kept.isEmpty()) {
        context.err().println(context.texts().text("customer.nothing"));
        return ExitCode.SOFTWARE;
      }
      kept.forEach(this::print);
      if (!isAgreed && !agrees()) {
        context.err().println(context.texts().text("customer.kept"));
        return ExitCode.SOFTWARE;
      }
      print(search.erase(kept.keySet()));
      copyToBackups(search);
      return ExitCode.OK;
    }
  }

  /** Erases whom a restore or an import has brought back. */
  @Command(
      name = "erase-again",
      description = {
        "Erases the customers of a list of erasures whom a restore or an import has brought back.",
        "The list is erasures.tsv in the data folder, and next to backups."
      },
      mixinStandardHelpOptions = true)
  int eraseAgain(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "LIST", description = "A file erasures.tsv.") Path list)
      throws IOException, InterruptedException {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      PersonalDataSearch search = open(options, shutdown);
      say("customer.repeated", search.repeat(new ErasureList(context.folder().resolve(list))));
      return ExitCode.OK;
    }
  }

  /** A restore of the latest backup looks for the list next to it. */
  private void copyToBackups(PersonalDataSearch search) throws IOException {
    Optional<LastBackup> last = LastBackup.of(search.settings().configuration().data().path());
    if (last.isPresent()) {
      try {
        int unused = ErasureList.nextTo(last.get().file()).addFrom(search.erasures());
      } catch (CommandFailedException e) {
        Path folder = last.get().file().getParent();
        say("customer.erased.list", search.erasures().file().toString(), String.valueOf(folder));
      }
    }
  }

  /** Opens the database after storing all that was received, and deriving all rows from it. */
  private PersonalDataSearch open(CommonOptions options, Shutdown shutdown)
      throws InterruptedException {
    ResolvedSettings settings = options.settings(context);
    CallDatabase database = shutdown.closing(CallDatabase.openExisting(settings));
    database.prepare(settings);
    PersonalDataSearch search = new PersonalDataSearch(settings, database);
    search.bringUpToDate();
    return search;
  }

  private void print(PersonalData data, Map<String, Long> counts) {
    say("customer.source", data.source());
    counts.forEach((kind, count) -> say("customer.kind." + kind, count));
  }

  private void print(RemovedReports removed) {
    say("customer.erased");
    sayUnlessNone("customer.erased.reports", removed.reports());
    sayUnlessNone("customer.erased.unsent", removed.unsent());
  }

  private void sayUnlessNone(String key, long count) {
    if (count > 0) {
      say(key, count);
    }
  }

  private void say(String key, Object... values) {
    context.out().println(context.texts().text(key, values));
  }

  private boolean agrees() throws IOException {
    if (!context.terminal().isErr()) {
      throw new UsageException(spec.commandLine(), Message.of("usage.erase"));
    }
    context.err().print(context.texts().text("customer.ask"));
    context.err().flush();
    ByteArrayOutputStream answer = new ByteArrayOutputStream();
    for (int read = context.in().read(); read >= 0 && read != '\n'; read = context.in().read()) {
      answer.write(read);
    }
    String typed = answer.toString(UTF_8).strip().toLowerCase(Locale.ROOT);
    return typed.equals("yes") || typed.equals(context.texts().text("customer.yes"));
  }
}
