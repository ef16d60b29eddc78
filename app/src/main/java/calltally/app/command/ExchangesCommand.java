package calltally.app.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.configuration.HttpEntry;
import calltally.app.query.TableResultWriter;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.CommandFailedException;
import calltally.app.terminal.TextColumn;
import calltally.app.terminal.Texts;
import calltally.exchange.Capabilities;
import calltally.exchange.Exchanges;
import calltally.exchange.PbxProtocol;
import calltally.sql.NearestNames;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
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

  ExchangesCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (name == null) {
      list();
    } else {
      describe(exchange(name));
    }
    return ExitCode.OK;
  }

  private PbxProtocol exchange(String asked) {
    List<String> known = Exchanges.all().stream().map(PbxProtocol::name).toList();
    return Exchanges.named(asked)
        .orElseThrow(
            () ->
                new CommandFailedException(
                    "exchange.unknown",
                    asked,
                    String.join(", ", known),
                    new NearestNames(asked).question(known)));
  }

  private void list() {
    TableResultWriter table = new TableResultWriter(context);
    table.columns(
        Stream.of("exchange", "exchange_name", "ring_start", "ring_end", "ring_outcome", "times")
            .map(column -> new TextColumn(texts().text("column." + column), false))
            .toList());
    for (PbxProtocol exchange : Exchanges.all()) {
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
    return texts().text(isTold ? "exchange.reported" : "exchange.not_told");
  }

  private void describe(PbxProtocol exchange) {
    Capabilities reported = exchange.capabilities();
    HttpEntry http = options.settings(context).configuration().http();
    say("%s (%s)".formatted(exchange.title(), exchange.name()));
    say("");
    say(texts().text("exchange.ring_start", reported(reported.ringStart())));
    say(texts().text("exchange.ring_end", reported(reported.ringEnd())));
    say(texts().text("exchange.ring_outcome", reported(reported.ringOutcome())));
    say(texts().text("exchange.times", reported(reported.ownTimes())));
    say("");
    say(texts().text("exchange.address"));
    say("  http://%s:%d/notify/TOKEN".formatted(http.host(), http.port()));
    say("");
    say(texts().text("exchange.configuration"));
    say("  exchange: " + exchange.name());
    exchange.secretNames().stream()
        .sorted()
        .reduce((one, other) -> one + ": \"…\", " + other)
        .ifPresent(keys -> say("  secrets: {" + keys + ": \"…\"}"));
    steps(exchange)
        .ifPresent(
            steps -> {
              say("");
              say(steps);
            });
  }

  /** What to do at the exchange, in the language of the user or else in English. */
  private Optional<String> steps(PbxProtocol exchange) {
    return Stream.of("steps_" + texts().locale().getLanguage() + ".txt", "steps_en.txt")
        .flatMap(file -> resource(exchange, file).stream())
        .findFirst();
  }

  private static Optional<String> resource(PbxProtocol exchange, String file) {
    try (InputStream steps = exchange.getClass().getResourceAsStream(file)) {
      return steps == null
          ? Optional.empty()
          : Optional.of(new String(steps.readAllBytes(), UTF_8).strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void say(String line) {
    context.out().println(line);
  }

  private Texts texts() {
    return context.texts();
  }
}
