package calltally.app.command;

import calltally.app.database.CallDatabase;
import calltally.app.database.KnownSources;
import calltally.app.database.ResolvedSettings;
import calltally.app.query.TableResultWriter;
import calltally.app.service.Shutdown;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.TextColumn;
import calltally.app.terminal.Texts;
import calltally.ingest.journal.rejected.RejectedFilter;
import calltally.ingest.journal.rejected.RejectedRequest;
import calltally.ingest.journal.rejected.RejectedRequests;
import calltally.ingest.journal.rejected.ReplayTotals;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists rejected requests, and parses them again. */
@Command(
    name = "rejected",
    description = "Lists requests that are not valid notifications, and parses them again.",
    synopsisSubcommandLabel = "(list | replay)",
    mixinStandardHelpOptions = true)
final class RejectedCommand implements Runnable {

  private final CommandContext context;

  @Spec private CommandSpec spec = CommandSpec.create();

  RejectedCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public void run() {
    throw new MissingCommandException(spec.commandLine());
  }

  /** Lists the latest ones. */
  @Command(
      name = "list",
      description = "Lists rejected requests, latest first.",
      mixinStandardHelpOptions = true)
  int list(
      @Mixin CommonOptions options,
      @Nullable @Option(names = "--source", paramLabel = "S", description = "Only this source.")
          String source,
      @Nullable
          @Option(
              names = "--since",
              paramLabel = "D",
              description = "Only those received on this date (in this machine's zone) or later.")
          WrittenDates since,
      @Option(
              names = "--limit",
              paramLabel = "N",
              defaultValue = "50",
              description = "How many to list at most (default: ${DEFAULT-VALUE}).")
          int limit) {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      RejectedRequests rejected = open(options, source, shutdown);
      // The reason matters most, so it is never cut, even on a narrow terminal.
      TableResultWriter table = new TableResultWriter(context, OptionalInt.empty());
      table.columns(columns());
      rejected
          .list(new RejectedFilter(source, start(since), Set.of()), Math.max(1, limit))
          .forEach(row -> table.row(cells(row)));
      table.end();
      return ExitCode.OK;
    }
  }

  /** Parses them again. */
  @Command(
      name = "replay",
      description =
          "Parses rejected requests again by the current rules; those that become notifications"
              + " leave the list.",
      mixinStandardHelpOptions = true)
  int replay(
      @Mixin CommonOptions options,
      @Nullable @Option(names = "--source", paramLabel = "S", description = "Only this source.")
          String source,
      @Nullable
          @Option(
              names = "--since",
              paramLabel = "D",
              description = "Only those received on this date (in this machine's zone) or later.")
          WrittenDates since,
      @Nullable
          @Parameters(paramLabel = "ID", arity = "0..*", description = "Only these (default: all).")
          Set<Long> ids) {
    try (Shutdown shutdown = Shutdown.ofCommand()) {
      RejectedFilter filter =
          new RejectedFilter(source, start(since), ids == null ? Set.of() : ids);
      print(open(options, source, shutdown).replay(filter));
      return ExitCode.OK;
    }
  }

  private RejectedRequests open(CommonOptions options, @Nullable String source, Shutdown shutdown) {
    ResolvedSettings settings = options.settings(context);
    CallDatabase database = shutdown.closing(CallDatabase.openExisting(settings));
    database.prepare(settings);
    new KnownSources(database.owner()).require(source);
    return new RejectedRequests(database.owner(), context.clock());
  }

  private List<TextColumn> columns() {
    Texts texts = context.texts();
    return List.of(
        new TextColumn("id", true),
        new TextColumn(texts.text("column.source"), false),
        new TextColumn(texts.text("rejected.column.received_at"), false),
        new TextColumn(texts.text("rejected.column.size"), true),
        new TextColumn(texts.text("rejected.column.field"), false),
        new TextColumn(texts.text("rejected.column.reason"), false));
  }

  private @Nullable Instant start(@Nullable WrittenDates since) {
    return since == null
        ? null
        : since
            .on(LocalDate.ofInstant(context.clock().instant(), context.zone()))
            .start(context.zone());
  }

  private List<@Nullable String> cells(RejectedRequest request) {
    return Arrays.asList(
        String.valueOf(request.id()),
        request.source(),
        request.receivedAt().atZone(context.zone()).toOffsetDateTime().withNano(0).toString(),
        String.valueOf(request.size()),
        request.field(),
        request.reason());
  }

  private void print(ReplayTotals totals) {
    context
        .out()
        .println(
            context
                .texts()
                .text(
                    "rejected.replayed",
                    totals.stored(),
                    totals.duplicate(),
                    totals.rejected(),
                    totals.incomplete()));
  }
}
