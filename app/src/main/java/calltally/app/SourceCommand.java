package calltally.app;

import calltally.app.configuration.SourceEntry;
import calltally.app.query.Column;
import calltally.app.query.TableRows;
import calltally.sql.source.SourceKeys;
import calltally.sql.source.SourceRow;
import calltally.sql.source.Sources;
import java.time.ZoneId;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds sources, lists them, and gives them new tokens and signing secrets. */
@Command(
    name = "source",
    description = "Adds sources, lists them, and gives them new tokens and signing secrets.",
    synopsisSubcommandLabel = "(add | rotate | list)",
    mixinStandardHelpOptions = true)
final class SourceCommand implements Runnable {

  private static final List<Column> COLUMNS =
      List.of(
          new Column("source", false),
          new Column("zone", false),
          new Column("active", false),
          new Column("tokens", false),
          new Column("signing_secrets", false));

  private final Shell shell;

  @Spec private CommandSpec spec = CommandSpec.create();

  SourceCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "add, rotate or list is missing");
  }

  /** Shows the sources. */
  @Command(
      name = "list",
      description = "Lists the sources, with fingerprints of their tokens and secrets.",
      mixinStandardHelpOptions = true)
  int list(@Mixin SystemOptions system) {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = open(system.setup(shell), shutdown);
      TableRows table = new TableRows(shell.out(), shell.terminal().columns());
      table.columns(COLUMNS);
      for (SourceRow source : new Sources(database.owner()).list()) {
        table.row(cells(source, database.owner()));
      }
      table.end();
      return Calltally.DONE;
    }
  }

  /** Adds one. */
  @Command(
      name = "add",
      description = "Adds a source, or prints what to write into the configuration file.",
      mixinStandardHelpOptions = true)
  int add(
      @Mixin SystemOptions system,
      @Parameters(paramLabel = "NAME", description = "Letters, digits, - and _.") String name,
      @Nullable
          @Option(
              names = "--zone",
              paramLabel = "Z",
              description = "IANA time zone (default: that of this machine).")
          ZoneId zone,
      @Option(
              names = "--region",
              paramLabel = "R",
              defaultValue = SourceEntry.NO_REGION,
              description = "Country of national numbers, such as BY.")
          String region) {
    SourceEntry source = SourceEntry.named(name, zone == null ? shell.zone() : zone, region);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      Setup setup = system.setup(shell);
      CallDatabase database = open(setup, shutdown);
      new NewKeys(shell, setup, database).addSource(source);
      return Calltally.DONE;
    }
  }

  /** Gives one a new token or secret. */
  @Command(
      name = "rotate",
      description = {
        "Gives a source a new token, beside those that it has.",
        "The old ones are valid until they are forgotten (--forget) or leave the file."
      },
      mixinStandardHelpOptions = true)
  int rotate(
      @Mixin SystemOptions system,
      @Parameters(paramLabel = "NAME", description = "The source.") String name,
      @Option(names = "--secret", description = "A new signing secret instead of a token.")
          boolean isSecret,
      @Option(
              names = "--read-secret",
              description = "A signing secret of the exchange, read from standard input.")
          boolean isRead,
      @Nullable
          @Option(
              names = "--forget",
              paramLabel = "FINGERPRINT",
              description = "No new one: makes the one of that fingerprint invalid.")
          String forgotten) {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      Setup setup = system.setup(shell);
      NewKeys keys = new NewKeys(shell, setup, open(setup, shutdown));
      if (forgotten != null) {
        keys.forget(name, forgotten);
      } else if (isRead) {
        keys.readSecret(name);
      } else if (isSecret) {
        keys.addSecret(name);
      } else {
        keys.addToken(name);
      }
      return Calltally.DONE;
    }
  }

  private static CallDatabase open(Setup setup, Shutdown shutdown) {
    CallDatabase database = shutdown.closing(CallDatabase.open(setup));
    database.prepare(setup);
    return database;
  }

  private static List<@Nullable String> cells(SourceRow source, DataSource owner) {
    boolean isActive = source.active();
    return List.of(
        source.name(),
        source.zone().getId(),
        isActive ? "yes" : "no",
        isActive ? String.join(" ", SourceKeys.of(owner, source.name()).tokens()) : "",
        isActive ? String.join(" ", SourceKeys.of(owner, source.name()).secrets()) : "");
  }
}
