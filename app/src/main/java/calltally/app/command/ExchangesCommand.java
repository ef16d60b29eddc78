package calltally.app.command;

import calltally.app.command.exchange.ExchangePage;
import calltally.app.configuration.Configuration;
import calltally.app.configuration.ConfigurationFile;
import calltally.app.configuration.InvalidConfigurationException;
import calltally.app.configuration.SourceEntry;
import calltally.app.query.TableResultWriter;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.app.terminal.TextColumn;
import calltally.exchange.Capabilities;
import calltally.exchange.Exchanges;
import calltally.exchange.PbxProtocol;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the exchanges whose notifications are understood, or describes one. */
@Command(
    name = "exchanges",
    description = {
      "Lists the exchanges whose notifications are understood, and what each reports.",
      "With a name: the address to enter there, the steps, and what to write into the file."
    },
    mixinStandardHelpOptions = true)
final class ExchangesCommand implements Callable<Integer> {

  private final CommandContext context;

  @Mixin private final CommonOptions options = new CommonOptions();

  @Nullable
  @Parameters(paramLabel = "NAME", arity = "0..1", description = "Only this one.")
  private String name;

  @Nullable
  @Option(
      names = "--source",
      paramLabel = "S",
      description =
          "Fills in the token that the file gives this source (default: the only one of the"
              + " exchange).")
  private String source;

  ExchangesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (name == null && source == null) {
      list();
    } else {
      describe();
    }
    return ExitCode.OK;
  }

  private void describe() {
    PbxProtocol asked = name == null ? null : exchange(name);
    Configuration configuration = configuration();
    SourceEntry chosen =
        source == null ? theOnly(asked, configuration) : named(source, configuration);
    PbxProtocol described = asked == null && chosen != null ? chosen.access().exchange() : asked;
    if (described != null) {
      requireSameExchange(described, chosen);
      new ExchangePage(context, described, configuration, chosen).print();
    }
  }

  private static PbxProtocol exchange(String asked) {
    List<String> known = Exchanges.offered().stream().map(PbxProtocol::name).toList();
    return Exchanges.named(asked)
        .orElseThrow(() -> CommandFailedException.unknownName("exchange.unknown", asked, known));
  }

  /** Somebody who mends the secrets in a file must not need a file without faults for it. */
  private Configuration configuration() {
    try {
      return options.settings(context).configuration();
    } catch (InvalidConfigurationException e) {
      if (source != null) {
        throw e;
      }
      context.err().println(context.texts().text("exchange.unreadable", e.origin()));
      return new ConfigurationFile(context.environment(), context.zone()).none(context.folder());
    }
  }

  private static @Nullable SourceEntry theOnly(
      @Nullable PbxProtocol exchange, Configuration configuration) {
    List<SourceEntry> those = exchange == null ? List.of() : configuration.sourcesOf(exchange);
    return those.size() == 1 ? those.get(0) : null;
  }

  private static SourceEntry named(String source, Configuration configuration) {
    List<String> known = configuration.sources().stream().map(SourceEntry::name).toList();
    return configuration
        .source(source)
        .orElseThrow(() -> CommandFailedException.unknownName("source.unknown", source, known));
  }

  private static void requireSameExchange(PbxProtocol exchange, @Nullable SourceEntry source) {
    if (source != null && !source.access().exchange().equals(exchange)) {
      throw new CommandFailedException(
          "exchange.other", source.name(), exchange.name(), source.access().exchange().name());
    }
  }

  private void list() {
    TableResultWriter table = new TableResultWriter(context);
    table.columns(
        Stream.of("exchange", "exchange_name", "ring_start", "ring_end", "ring_outcome", "times")
            .map(column -> new TextColumn(context.texts().text("column." + column), false))
            .toList());
    for (PbxProtocol exchange : Exchanges.offered()) {
      Capabilities reported = exchange.capabilities();
      table.row(
          List.of(
              exchange.name(),
              exchange.title(),
              reported(reported.ringStart()),
              reported(reported.ringEnd()),
              reported(reported.ringOutcome()),
              reported(reported.ownTimes())));
    }
    table.end();
  }

  private String reported(boolean isTold) {
    return context.texts().text(isTold ? "exchange.reported" : "exchange.not_told");
  }
}
