package calltally.app;

import calltally.app.customer.CustomerFiles;
import calltally.app.customer.CustomerJson;
import calltally.ingest.notification.PhoneNumber;
import calltally.sql.disposal.Customer;
import calltally.sql.source.SourceRow;
import calltally.sql.source.Sources;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Hands out what is kept about a customer, or forgets him. */
@Command(
    name = "customer",
    description = "Hands out what is kept about a customer, or forgets him; figures stay.",
    synopsisSubcommandLabel = "(export | erase)",
    mixinStandardHelpOptions = true)
final class CustomerCommand implements Runnable {

  private final Shell shell;

  @Spec private CommandSpec spec = CommandSpec.create();

  CustomerCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "export or erase is missing");
  }

  /** Prints everything about him. */
  @Command(
      name = "export",
      description = "Prints everything that is kept about a customer, as JSON.",
      mixinStandardHelpOptions = true)
  int export(
      @Mixin SystemOptions system,
      @Parameters(paramLabel = "NUMBER", description = "His number.") String number,
      @Nullable @Option(names = "--source", paramLabel = "S", description = "Only of this source.")
          String source)
      throws IOException {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      Setup setup = system.setup(shell);
      DataSource owner = open(setup, shutdown);
      Map<String, Map<String, List<String>>> traces = new LinkedHashMap<>();
      customers(owner, source, number).forEach((name, him) -> traces.put(name, him.export()));
      new CustomerJson(shell.out())
          .write(number, traces, new CustomerFiles(setup.configuration().data(), number).find());
      return Calltally.DONE;
    }
  }

  /** Puts a mark of chance in the place of his number. */
  @Command(
      name = "erase",
      description = {
        "Forgets a customer: a mark of chance takes the place of his number everywhere,",
        "links to recordings of him and rejected requests that name him go. It cannot be undone."
      },
      mixinStandardHelpOptions = true)
  int erase(
      @Mixin SystemOptions system,
      @Parameters(paramLabel = "NUMBER", description = "His number.") String number,
      @Nullable @Option(names = "--source", paramLabel = "S", description = "Only of this source.")
          String source,
      @Option(names = "--yes", description = "Does not ask.") boolean isAgreed)
      throws IOException {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      Setup setup = system.setup(shell);
      Map<String, Customer> customers = customers(open(setup, shutdown), source, number);
      customers.forEach((name, him) -> print(name, him.count()));
      if (!isAgreed && !agrees()) {
        shell.err().println("Nothing was erased.");
        return Calltally.FAILED;
      }
      customers.values().forEach(Customer::erase);
      shell.out().println("Erased. It is written down in journal.disposal, without the number.");
      tellFiles(new CustomerFiles(setup.configuration().data(), number).find());
      return Calltally.DONE;
    }
  }

  private DataSource open(Setup setup, Shutdown shutdown) {
    CallDatabase database = shutdown.closing(CallDatabase.openExisting(setup));
    database.prepare(setup);
    return database.owner();
  }

  /** By the names of the sources that may know him; each reads national numbers in its region. */
  private static Map<String, Customer> customers(
      DataSource owner, @Nullable String source, String number) {
    Map<String, Customer> customers = new LinkedHashMap<>();
    for (SourceRow row : new Sources(owner).list()) {
      if (source == null || source.equals(row.name())) {
        String read =
            PhoneNumber.normalise(number, row.region())
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "customer could not be found: it needs a number, was withheld"));
        customers.put(row.name(), new Customer(owner, row.sourceId(), read));
      }
    }
    if (customers.isEmpty()) {
      throw new IllegalArgumentException(
          "customer could not be found: --source has to be the name of a source, was " + source);
    }
    return customers;
  }

  private void print(String source, Map<String, Long> counts) {
    shell
        .out()
        .println("Source " + source + (counts.isEmpty() ? ": nothing is kept about him" : ":"));
    counts.forEach(
        (kind, count) ->
            shell.out().printf(Locale.ROOT, "  %,d %s%n", count, kind.replace('_', ' ')));
  }

  private boolean agrees() throws IOException {
    if (!shell.terminal().isErr()) {
      throw new ParameterException(
          spec.commandLine(), "erase asks on a terminal only; elsewhere it needs --yes");
    }
    shell.err().print("Erase this for ever? Type yes: ");
    shell.err().flush();
    StringBuilder answer = new StringBuilder();
    for (int read = shell.in().read(); read >= 0 && read != '\n'; read = shell.in().read()) {
      answer.append((char) read);
    }
    return answer.toString().strip().toLowerCase(Locale.ROOT).equals("yes");
  }

  private void tellFiles(List<CustomerFiles.Named> files) {
    if (!files.isEmpty()) {
      shell.out().println("These files hold his number, or may, and were left as they are:");
      files.forEach(file -> shell.out().println("  " + file.path() + " (" + file.why() + ")"));
    }
  }
}
