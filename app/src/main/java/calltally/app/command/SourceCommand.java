package calltally.app.command;

import calltally.app.configuration.SourceEntry;
import calltally.app.database.CallDatabase;
import calltally.app.database.KnownSources;
import calltally.app.database.ResolvedSettings;
import calltally.app.query.TableResultWriter;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.TextColumn;
import calltally.app.terminal.Texts;
import calltally.exchange.Exchanges;
import calltally.sql.settings.SourceCredentials;
import calltally.sql.settings.SourceRow;
import calltally.sql.settings.Sources;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds and lists sources, and rotates their tokens and signing secrets. */
@Command(
    name = "source",
    description = "Adds and lists sources, and rotates their tokens and signing secrets.",
    synopsisSubcommandLabel = "(add | rotate | list)",
    mixinStandardHelpOptions = true)
final class SourceCommand implements Runnable {

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  SourceCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine());
  }

  /** Lists the sources. */
  @Command(
      name = "list",
      description = "Lists the sources with the fingerprints of their tokens and secrets.",
      mixinStandardHelpOptions = true)
  int list(@Mixin CommonOptions options) {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      ResolvedSettings settings = options.settings(context);
      CallDatabase database = shutdown.closing(CallDatabase.open(settings));
      database.prepare(settings);
      TableResultWriter table = new TableResultWriter(context);
      table.columns(columns());
      for (SourceRow source : new Sources(database.owner()).list()) {
        table.row(cells(source, database.owner()));
      }
      table.end();
      return ExitCode.OK;
    }
  }

  /** Adds a source. */
  @Command(
      name = "add",
      description = "Adds a source, or prints what to add to the configuration file.",
      mixinStandardHelpOptions = true)
  int add(
      @Mixin CommonOptions options,
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
          String region,
      @Option(
              names = "--exchange",
              paramLabel = "E",
              defaultValue = Exchanges.DEFAULT_NAME,
              description = "Whose notifications it takes: see calltally exchanges.")
          String exchange) {
    SourceEntry source =
        SourceEntry.named(name, zone == null ? context.zone() : zone, region, exchange);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      ResolvedSettings settings = options.settings(context);
      CallDatabase database = open(settings, shutdown);
      new IssueCredentials(context, settings, database).addSource(source);
      return ExitCode.OK;
    }
  }

  /** Gives a source a new token or secret, or forgets one. */
  @Command(
      name = "rotate",
      description = {
        "Gives a source a new token in addition to those it has.",
        "Old ones stay valid until they are forgotten (--forget) or removed from the file."
      },
      mixinStandardHelpOptions = true)
  int rotate(
      @Mixin CommonOptions options,
      @Parameters(paramLabel = "NAME", description = "The source.") String name,
      @Option(names = "--secret", description = "Creates a signing secret instead of a token.")
          boolean isSecret,
      @Option(
              names = "--read-secret",
              description = "Reads a signing secret of the exchange from standard input.")
          boolean isRead,
      @Nullable
          @Option(
              names = "--forget",
              paramLabel = "FINGERPRINT",
              description = "Only invalidates the token or secret with this fingerprint.")
          String forgotten) {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      ResolvedSettings settings = options.settings(context);
      CallDatabase database = open(settings, shutdown);
      new KnownSources(database.owner()).require(name);
      IssueCredentials keys = new IssueCredentials(context, settings, database);
      if (forgotten != null) {
        keys.forget(name, forgotten);
      } else if (isRead) {
        keys.readSecret(name);
      } else if (isSecret) {
        keys.addSecret(name);
      } else {
        keys.addToken(name);
      }
      return ExitCode.OK;
    }
  }

  private static CallDatabase open(ResolvedSettings settings, Shutdown shutdown) {
    CallDatabase database = shutdown.closing(CallDatabase.open(settings));
    database.prepareToWrite(settings);
    return database;
  }

  private List<TextColumn> columns() {
    return Stream.of("source", "zone", "active", "tokens", "signing_secrets")
        .map(name -> new TextColumn(context.texts().text("column." + name), false))
        .toList();
  }

  private List<@Nullable String> cells(SourceRow source, DataSource owner) {
    Texts texts = context.texts();
    boolean isActive = source.active();
    return List.of(
        source.name(),
        source.zone().getId(),
        texts.text(isActive ? "yes" : "no"),
        isActive ? String.join(" ", SourceCredentials.of(owner, source.name()).tokens()) : "",
        isActive ? String.join(" ", SourceCredentials.of(owner, source.name()).secrets()) : "");
  }
}
