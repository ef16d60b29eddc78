package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.database.CallDatabase;
import calltally.app.database.ConnectionAdvice;
import calltally.app.database.CurrentFigures;
import calltally.app.database.ResolvedSettings;
import calltally.app.query.AnalystQuery;
import calltally.app.query.AnalyticsHelp;
import calltally.app.query.CsvResultWriter;
import calltally.app.query.JsonResultWriter;
import calltally.app.query.ResultWriter;
import calltally.app.query.TableResultWriter;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Message;
import calltally.sql.DatabaseRole;
import calltally.sql.analytics.AnalyticsObject;
import calltally.sql.analytics.SelectAnalyticsObjects;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs an analyst's query, describes the schema, or explains how to connect. */
@Command(
    name = "sql",
    description =
        "Runs a read-only query on the schema analytics. Without a query it explains how to connect"
            + " with psql, DBeaver, Grafana and Metabase.",
    mixinStandardHelpOptions = true)
final class SqlCommand implements Callable<Integer> {

  private static final int TABLE_LIMIT = 1000;
  private static final int LONGEST_SECONDS = 600;

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final CommonOptions options = new CommonOptions();

  @ArgGroup private Form form = new Form();

  @ArgGroup(validate = false)
  private QueryOptions asked = new QueryOptions();

  @Option(
      names = "--describe",
      arity = "0..1",
      fallbackValue = "",
      paramLabel = "NAME",
      description = "Describes the schema analytics, or the columns of one view or function.")
  private @Nullable String described;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Maximum number of rows (default: 1000 in a table, all in CSV and JSON).")
  private @Nullable Integer limit;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "How long the query may take, up to 600 (default: ${DEFAULT-VALUE}).")
  private int timeout;

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone of instants (default: that of the sources, if they have one).")
  private @Nullable String zone;

  @Option(names = "--raw", description = "Writes CSV without these apostrophes.")
  private boolean isRaw;

  SqlCommand(CommandContext context) {
    this.context = context;
  }

  /** The output format: a table unless CSV or JSON is asked for. */
  private static final class Form {

    @Option(
        names = "--csv",
        description =
            "Writes CSV (RFC 4180) instead of a table, with an apostrophe before texts that a"
                + " spreadsheet would take for formulas.")
    private boolean isCsv;

    @Option(names = "--json", description = "Writes an array of JSON objects instead of a table.")
    private boolean isJson;

    private boolean isTable() {
      return !isCsv && !isJson;
    }
  }

  @Override
  public Integer call() {
    refuseBadValues();
    if (isRaw && !form.isCsv) {
      refuse(Message.of("usage.raw"));
    }
    String text = asked.text(context, this::refuse);
    AnalyticsHelp explanation = AnalyticsHelp.fitting(context.terminal().columns());
    if (asked.isList()) {
      explanation.questions(asked.questions()).forEach(context.out()::println);
    } else if (asked.isPrinted()) {
      context.out().print(text);
    } else {
      withDatabase(database -> ask(database, text, explanation));
    }
    return ExitCode.OK;
  }

  private void refuseBadValues() {
    if (limit != null && limit < 1) {
      refuse(Message.of("usage.limit", String.valueOf(limit)));
    }
    if (timeout < 1 || timeout > LONGEST_SECONDS) {
      refuse(Message.of("usage.timeout", String.valueOf(timeout)));
    }
    if (zone != null && !ZoneId.getAvailableZoneIds().contains(zone)) {
      refuse(Message.of("usage.zone", zone));
    }
  }

  private void refuse(Message problem) {
    throw new UsageException(spec.commandLine(), problem);
  }

  private void withDatabase(Consumer<CallDatabase> work) {
    ResolvedSettings settings = options.settings(context);
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      CallDatabase database = shutdown.closing(CallDatabase.openExisting(settings));
      bringUpToDate(database, settings);
      work.accept(database);
    }
  }

  /**
   * Brings only the embedded database up to date: an analyst may not be allowed to change another
   * one.
   */
  private void bringUpToDate(CallDatabase database, ResolvedSettings settings) {
    if (database.isEmbedded()) {
      database.prepareToRead(settings);
      if (!CurrentFigures.await(database)) {
        context.err().println(context.texts().text("figures.late"));
      }
    }
  }

  private void ask(CallDatabase database, @Nullable String text, AnalyticsHelp explanation) {
    if (described != null) {
      describe(database, described, explanation);
    } else if (text == null) {
      new ConnectionAdvice(database).print(context.out(), context.texts());
    } else {
      answer(database, text);
    }
  }

  private void describe(CallDatabase database, String name, AnalyticsHelp explanation) {
    List<AnalyticsObject> objects =
        new SelectAnalyticsObjects(database.as(DatabaseRole.ANALYST)).all();
    if (name.isEmpty()) {
      explanation.overview(objects).forEach(context.out()::println);
      context.out().println("\n" + context.texts().text("query.more"));
      return;
    }
    List<AnalyticsObject> meant = objects.stream().filter(object -> object.isNamed(name)).toList();
    if (meant.isEmpty()) {
      refuse(Message.of("usage.describe", name));
    }
    meant.stream()
        .flatMap(object -> explanation.of(object, asked.questionsAbout(object)))
        .forEach(context.out()::println);
  }

  private void answer(CallDatabase database, String text) {
    AnalystQuery query =
        new AnalystQuery(
            database.as(DatabaseRole.ANALYST), text, zone(), Duration.ofSeconds(timeout));
    OptionalInt most = limit();
    if ((form.isJson ? query.asJson() : query).run(most, writer())) {
      context.err().println(context.texts().text("query.limited", most.getAsInt()));
    }
  }

  private ResultWriter writer() {
    if (form.isTable()) {
      return new TableResultWriter(context);
    }
    Writer out = new BufferedWriter(new OutputStreamWriter(context.out(), UTF_8));
    if (form.isJson) {
      return new JsonResultWriter(out);
    }
    return isRaw ? CsvResultWriter.raw(out) : CsvResultWriter.guarded(out);
  }

  private @Nullable ZoneId zone() {
    return zone == null ? null : ZoneId.of(zone);
  }

  private OptionalInt limit() {
    if (limit != null) {
      return OptionalInt.of(limit);
    }
    return form.isTable() ? OptionalInt.of(TABLE_LIMIT) : OptionalInt.empty();
  }
}
