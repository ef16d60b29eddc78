package calltally.app.command.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import calltally.app.configuration.Configuration;
import calltally.app.configuration.SecretLines;
import calltally.app.configuration.SourceEntry;
import calltally.app.terminal.CommandContext;
import calltally.app.terminal.Texts;
import calltally.exchange.Capabilities;
import calltally.exchange.PbxProtocol;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody needs to know who connects an exchange.
 *
 * @param source of which the address has the token; null for none in particular
 */
public record ExchangePage(
    CommandContext context,
    PbxProtocol exchange,
    Configuration configuration,
    @Nullable SourceEntry source) {

  /** Stands in the steps for the address. */
  private static final String ADDRESS = "ADDRESS";

  /** Stands in the address for a token that is not known here. */
  private static final String NO_TOKEN = "TOKEN";

  /** Prints it in the language of the user. */
  public void print() {
    say("%s (%s)".formatted(exchange.title(), exchange.name()));
    say("");
    printCapabilities();
    say("");
    printAddress();
    say("");
    printConfiguration();
    steps()
        .ifPresent(
            steps -> {
              say("");
              say(steps.replace(ADDRESS, address()));
            });
  }

  private void printCapabilities() {
    Capabilities reported = exchange.capabilities();
    say(texts().text("exchange.ring_start", reported(reported.ringStart())));
    say(texts().text("exchange.ring_end", reported(reported.ringEnd())));
    say(texts().text("exchange.ring_outcome", reported(reported.ringOutcome())));
    say(texts().text("exchange.times", reported(reported.ownTimes())));
  }

  private String reported(boolean isTold) {
    return texts().text(isTold ? "exchange.reported" : "exchange.not_told");
  }

  private void printAddress() {
    say(texts().text("exchange.address", configuration.http().base()));
    say("  " + address());
    if (token().isEmpty()) {
      say(whereTheTokenIs());
    }
  }

  private String address() {
    return configuration.http().address(token().orElse(NO_TOKEN));
  }

  /** The last one in the file, where a new one is added. */
  private Optional<String> token() {
    return source == null
        ? Optional.empty()
        : source.access().tokens().stream().reduce((one, next) -> next);
  }

  private String whereTheTokenIs() {
    if (source != null) {
      return texts()
          .text("exchange.token.file", configuration.data().tokens(source.name()).toString());
    }
    List<SourceEntry> those = configuration.sourcesOf(exchange);
    return those.size() < 2
        ? texts().text("exchange.token")
        : texts()
            .text(
                "exchange.token.sources",
                those.stream().map(SourceEntry::name).collect(Collectors.joining(", ")));
  }

  private void printConfiguration() {
    Optional<String> secrets = SecretLines.of(exchange);
    say(
        texts()
            .text(secrets.isEmpty() ? "exchange.configuration" : "exchange.configuration.secrets"));
    say("  exchange: " + exchange.name());
    secrets.ifPresent(line -> say("  " + line));
    say(texts().text(secrets.isEmpty() ? "exchange.no_proof" : "exchange.proof"));
  }

  /** What to do at the exchange, in the language of the user or else in English. */
  private Optional<String> steps() {
    return Stream.of("steps_" + texts().locale().getLanguage() + ".txt", "steps_en.txt")
        .flatMap(file -> resource(file).stream())
        .findFirst();
  }

  private Optional<String> resource(String file) {
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
