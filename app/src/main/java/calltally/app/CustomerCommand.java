package calltally.app;

import calltally.app.customer.CustomerJson;
import calltally.app.customer.Dossier;
import calltally.reporting.delivery.RemovedReports;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
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
      throws IOException, InterruptedException {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      Dossiers dossiers = open(system, shutdown);
      new CustomerJson(shell.out()).write(number, dossiers.of(number, source));
      return Calltally.DONE;
    }
  }

  /** Puts a mark of chance in the place of his number. */
  @Command(
      name = "erase",
      description = {
        "Forgets a customer: a mark of chance takes the place of his number everywhere,",
        "links to recordings of him, rejected requests and archived reports that name him go.",
        "It cannot be undone."
      },
      mixinStandardHelpOptions = true)
  int erase(
      @Mixin SystemOptions system,
      @Parameters(paramLabel = "NUMBER", description = "His number.") String number,
      @Nullable @Option(names = "--source", paramLabel = "S", description = "Only of this source.")
          String source,
      @Option(names = "--yes", description = "Does not ask.") boolean isAgreed)
      throws IOException, InterruptedException {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      Dossiers dossiers = open(system, shutdown);
      Map<Dossier, Map<String, Long>> kept = dossiers.toErase(number, source);
      if (kept.isEmpty()) {
        shell.err().println("customer not found: nothing is kept under this number");
        return Calltally.FAILED;
      }
      kept.forEach(this::print);
      if (!isAgreed && !agrees()) {
        shell.err().println("Nothing was erased.");
        return Calltally.FAILED;
      }
      print(dossiers.erase(kept.keySet()));
      return Calltally.DONE;
    }
  }

  /** With all in the database that was received, and all derived from it. */
  private Dossiers open(SystemOptions system, Shutdown shutdown) throws InterruptedException {
    Setup setup = system.setup(shell);
    CallDatabase database = shutdown.closing(CallDatabase.openExisting(setup));
    database.prepare(setup);
    Dossiers dossiers = new Dossiers(setup, database);
    dossiers.bringUpToDate();
    return dossiers;
  }

  private void print(Dossier dossier, Map<String, Long> counts) {
    shell.out().println("Source " + dossier.source() + ":");
    counts.forEach(
        (kind, count) ->
            shell.out().printf(Locale.ROOT, "  %,d %s%n", count, kind.replace('_', ' ')));
  }

  private void print(RemovedReports removed) {
    shell.out().println("Erased. It is written down in journal.disposal, without the number.");
    if (removed.reports() > 0) {
      shell
          .out()
          .printf(
              Locale.ROOT,
              "Reports that named him and are gone from the archive: %,d; report --resend makes one"
                  + " anew without him.%n",
              removed.reports());
    }
    if (removed.unsent() > 0) {
      shell
          .out()
          .printf(
              Locale.ROOT,
              "Copies of them that waited to be mailed and will not be: %,d; see deliveries"
                  + " --failed.%n",
              removed.unsent());
    }
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
}
